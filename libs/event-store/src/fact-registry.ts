import type { Fact, FactDefinition } from '@exeat/kernel';
import { FactNotStorable, StoreCorrupted } from './contract.js';

/** Every stored form there is: writes facts in today's form, and lifts what was stored in an older one. */
export class FactRegistry {
  private readonly definitions = new Map<string, FactDefinition>();

  /** Throws where two definitions share a type, or an older version has no upcaster. */
  constructor(...lists: readonly (readonly FactDefinition[])[]) {
    for (const definition of lists.flat()) {
      if (this.definitions.has(definition.type)) throw new Error(`Two facts are called ${definition.type}.`);
      for (let version = 1; version < definition.schemaVersion; version++)
        if (!definition.upcasters[version])
          throw new Error(`${definition.type} has no upcaster from version ${version} to ${version + 1}.`);
      this.definitions.set(definition.type, definition);
    }
  }

  /** The version in which a fact is written today. Throws `FactNotStorable` where it has another form than that. */
  versionFor(fact: Fact): number {
    const definition = this.definitions.get(fact.type);
    if (!definition) throw new FactNotStorable(`No fact is defined as ${fact.type}.`);
    const checked = definition.schema.safeParse(fact.data);
    if (!checked.success)
      throw new FactNotStorable(`${fact.type} is not in its stored form: ${checked.error.message}`, {
        cause: checked.error,
      });
    return definition.schemaVersion;
  }

  /** Stored data in today's form. Throws `StoreCorrupted` where the type is unknown or the version is not yet known. */
  lift(type: string, schemaVersion: number, data: unknown): unknown {
    const definition = this.definitions.get(type);
    if (!definition) throw new StoreCorrupted(`The store holds a fact ${type}, which nothing here defines.`);
    if (schemaVersion === definition.schemaVersion) return data;
    let lifted = data;
    for (let version = schemaVersion; version !== definition.schemaVersion; version++) {
      const upcaster = definition.upcasters[version];
      if (!upcaster)
        throw new StoreCorrupted(
          `The store holds ${type} in version ${schemaVersion}; here it is known up to version ${definition.schemaVersion}.`,
        );
      lifted = upcaster(lifted);
    }
    return lifted;
  }

  /** All definitions, in the order given. */
  all(): readonly FactDefinition[] {
    return [...this.definitions.values()];
  }
}
