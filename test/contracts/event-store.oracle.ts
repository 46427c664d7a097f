import type { Append, AppendOutcome, Expectation, Receipt } from '@exeat/event-store';

/** What a store that takes one command after the other would answer: some lines of plain code, to judge the real one by. */
export class StoreOracle {
  private readonly versions = new Map<string, number>();
  private readonly receipts = new Map<string, Receipt>();

  /** `position` is the head to begin from. */
  constructor(private position: number) {}

  append({ stream, caseId, commandId, requestDigest, expect, facts }: Append): AppendOutcome {
    const known = this.receipts.get(commandId);
    if (known)
      return known.requestDigest === requestDigest ? { outcome: 'repeated', receipt: known } : { outcome: 'mismatch' };
    const actualVersion = this.versionOf(stream);
    if (!holds(expect, actualVersion)) return { outcome: 'conflict', actualVersion };
    const version = actualVersion + facts.length;
    this.position += facts.length;
    this.versions.set(stream, version);
    const receipt = { commandId, requestDigest, stream, caseId, version, position: this.position, facts: facts.length };
    this.receipts.set(commandId, receipt);
    return { outcome: 'appended', receipt };
  }

  versionOf(stream: string): number {
    return this.versions.get(stream) ?? 0;
  }
}

export const holds = (expect: Expectation, version: number): boolean => {
  switch (expect) {
    case 'none':
      return version === 0;
    case 'exists':
      return version > 0;
    case 'any':
      return true;
    default:
      return version === expect.exact;
  }
};
