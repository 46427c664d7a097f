/** The stream that holds the facts of a case's technical review. */
export const streamOf = (caseId: string): string => `technical-review-${caseId}`;
