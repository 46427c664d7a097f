declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Readable } from 'node:stream';

  /** What `COPY ... TO STDOUT` sends. */
  export const to: (sql: string) => Readable & Submittable & { readonly rowCount: number };
}
