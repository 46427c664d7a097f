/** The stream that holds the notes of a case: of their own, so that writing one makes nobody's version stale. */
export const streamOf = (caseId: string): string => `notes-${caseId}`;
