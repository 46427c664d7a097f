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
  /** Codes of the refusals a client should be ready for. */
  readonly refusals?: readonly string[];
}

export const DOCUMENTED = 'exeat:documented';

/** Puts a route into the API document, with its schemas as they are enforced. */
export const Documented = (documentation: Documentation): MethodDecorator => SetMetadata(DOCUMENTED, documentation);
