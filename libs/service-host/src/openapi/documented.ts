import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export interface Documentation {
  /** What the route does, in a few words: the heading on the reading page. */
  readonly summary: string;
  readonly description?: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Left out for a command: then it is the answer of a command. */
  readonly response?: z.ZodType;
  /** What the answer is made of, where it is not JSON; `response` is then one line of it, or one event. */
  readonly media?: 'application/x-ndjson' | 'text/event-stream' | 'application/octet-stream';
  /** Codes of the refusals a client should be ready for. */
  readonly refusals?: readonly string[];
}

export const DOCUMENTED = 'exeat:documented';

/** Puts a route into the API document, with its schemas as they are enforced. */
export const Documented = (documentation: Documentation): MethodDecorator => SetMetadata(DOCUMENTED, documentation);

type Shown<Value> = Value extends (...args: never[]) => unknown
  ? Value
  : Value extends readonly (infer Each)[]
    ? readonly Shown<Each>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Shown<Value[Name]> }
      : Value;

/** What a route answers, by the schema it is documented with. */
export type AnswerOf<Schema extends z.ZodType> = Shown<z.infer<Schema>>;
