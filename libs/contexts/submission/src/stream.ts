/** The stream that holds an application's facts. */
export const streamOf = (caseId: string): string => `submission-${caseId}`;
