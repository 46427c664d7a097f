import { FoldFailure } from '../views/case-fold.js';

const stateOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
};

/** The fault lies in the facts or in what was made of them: trying the same batch again would fail again. */
export const isDataFault = (error: unknown): boolean => {
  if (error instanceof FoldFailure || error instanceof TypeError || error instanceof RangeError) return true;
  const state = stateOf(error);
  // 22: data exception, 23: integrity violation, 54: beyond a limit of the server.
  return state !== undefined && /^(22|23|54|P0)/.test(state);
};

/** The table or its rights are not what the definition needs: no fact at all could be applied. */
export const isSchemaFault = (error: unknown): boolean => /^(42|3F|0A)/.test(stateOf(error) ?? '');

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
