import { Injectable } from '@nestjs/common';
import { instantOf, type Clock, type Instant } from '@exeat/kernel';

/** Where time comes from, to be asked for by constructor. */
export abstract class ClockSource implements Clock {
  abstract now(): Instant;
}

/** The computer's own clock. */
@Injectable()
export class SystemClock extends ClockSource {
  now(): Instant {
    return instantOf(new Date());
  }
}
