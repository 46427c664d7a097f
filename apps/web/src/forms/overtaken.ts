import { same } from '@exeat/kernel';
import type { Typed } from './stand';

/** Whether something else stands now than what was typed upon. */
export const isOvertaken = (typed: Typed, upon: unknown): boolean => !same(asStored(typed.upon), asStored(upon));

/** What is stored holds no fields without a value. */
const asStored = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
