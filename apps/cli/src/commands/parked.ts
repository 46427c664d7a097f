import { Failure, type Connection } from '../connection.js';
import type { Output } from '../output.js';

interface Parked {
  readonly listener: string;
  readonly stream: string;
  readonly position: number;
  readonly attempts: number;
  readonly parkedAt: string;
  readonly error: string;
}

interface Retried {
  readonly applied: readonly number[];
  readonly waiting: number;
  readonly error?: string;
}

/** `exeat parked list`: facts that a listener could not apply. */
export const parkedList = async (connection: Connection, output: Output): Promise<void> => {
  const { parked } = await connection.get<{ parked: readonly Parked[] }>('/operations/parked');
  if (parked.length === 0) output.line('Nothing is parked.');
  else
    output.table(
      ['listener', 'stream', 'position', 'attempts', 'since', 'why'],
      parked.map(({ listener, stream, position, attempts, parkedAt, error }) => [
        ...[listener, stream, String(position), String(attempts), parkedAt, error.split('\n')[0] ?? ''],
      ]),
    );
  output.document(parked);
};

/** `exeat parked retry`: tries a stream's parked facts again, in order. Exit code 1 where some still wait. */
export const parkedRetry = async (
  connection: Connection,
  output: Output,
  listener: string,
  stream: string,
): Promise<boolean> => {
  const retried = await connection.post<Retried>('/operations/parked/retry', { listener, stream });
  if (retried.applied.length + retried.waiting === 0)
    throw new Failure(`Nothing of ${stream} is parked at ${listener}. What is: exeat parked list`, 3);
  output.line(
    `${retried.applied.length} applied, ${retried.waiting} waiting${retried.error ? `: ${retried.error}` : ''}`,
  );
  output.document(retried);
  return retried.waiting === 0;
};
