/** The stream that holds a case's security review. */
export const streamOf = (caseId: string): string => `security-review-${caseId}`;
