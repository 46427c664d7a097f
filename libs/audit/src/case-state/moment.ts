import { instantSchema } from '@exeat/kernel';
import { z } from 'zod';

/** A position in the log, or a moment. */
export const momentSchema = z.union([
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'a position such as 120')
    .transform(Number),
  instantSchema,
]);
export type Moment = z.infer<typeof momentSchema>;
