/** What can send SQL: a pg pool or client. */
interface Connection {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/**
 * Called once at every start, after the migrations, as either role: gives today's epoch, and begins a new one where
 * the store was restored or copied to another place since it was last adopted.
 */
export const adoptEpoch = async (connection: Connection): Promise<string> => {
  const { rows } = await connection.query('select es.adopt_epoch() as epoch');
  return (rows[0] as { epoch: string }).epoch;
};
