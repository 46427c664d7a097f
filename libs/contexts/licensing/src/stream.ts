/** The stream that holds a case at licensing. */
export const streamOf = (caseId: string): string => `licensing-${caseId}`;
