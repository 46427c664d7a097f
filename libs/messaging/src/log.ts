/** As much of a pino logger as is used here. */
export interface Log {
  info(details: object, sentence: string): void;
  warn(details: object, sentence: string): void;
  error(details: object, sentence: string): void;
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
