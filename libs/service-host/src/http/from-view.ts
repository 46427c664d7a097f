import { SetMetadata } from '@nestjs/common';

export const FROM_VIEW = 'exeat:from-view';

/**
 * Says which view answers a route. A request that names a position (`Exeat-Position` or `?position=`) then waits until
 * the view is at least there, so that people see their own act; the answer says how far the view had read.
 */
export const FromView = (view: string): MethodDecorator => SetMetadata(FROM_VIEW, view);

/** How far the views have read. Given by whoever runs them. */
export abstract class ViewProgress {
  /** The position up to which the view has read. */
  abstract position(view: string): Promise<number>;
  /** Waits until the view is at least at the position; false where it is not after `withinMs`. */
  abstract waitFor(view: string, position: number, withinMs: number): Promise<boolean>;
}
