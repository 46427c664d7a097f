/** Of the network, and SQLSTATE classes 08 (connection) and 57P (shut down, crashed, starting). */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const said =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;

/** Whether an error says that the database is away, rather than that it was asked something wrong. */
export const lostPostgres = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(lostPostgres);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (network.has(code) || code.startsWith('08') || code.startsWith('57P') || said.test(error.message)) return true;
  return error.cause !== undefined && lostPostgres(error.cause);
};
