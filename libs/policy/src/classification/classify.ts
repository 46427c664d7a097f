import { unreachable, type Classification, type Specification } from '@exeat/kernel';
import type { RuleSet } from '../rule-set/schema.js';
import { classifyCircuit } from './circuit.js';
import { classifyMemory } from './memory.js';

/**
 * The paragraph of ECCN 3A090 that a specification meets under a rule set, with the reasoning in sentences
 * (15 CFR part 774, Supplement No. 1). Pure. What cannot be known from the specification gives `undetermined` with what
 * is missing, whenever it matters and only then.
 */
export const classify = (specification: Specification, ruleSet: RuleSet): Classification => {
  switch (specification.kind) {
    case 'integrated-circuit':
      return classifyCircuit(specification, ruleSet);
    case 'high-bandwidth-memory':
      return classifyMemory(specification, ruleSet);
    default:
      return unreachable(specification);
  }
};
