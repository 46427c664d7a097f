/** Errors of the network. */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/**
 * SQLSTATE classes 08 (connection), 53 (no connection, memory or disk left) and 57P (shut down, crashed, starting), and
 * 25006, a server that has become a standby.
 */
const states = /^(08|53|57P|25006$)/;
const said =
  / is not currently accepting connections$|^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;

/** Whether an error says that the database is away, rather than that it was asked something wrong. */
export const lostPostgres = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(lostPostgres);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (network.has(code) || states.test(code) || said.test(error.message)) return true;
  return error.cause !== undefined && lostPostgres(error.cause);
};
