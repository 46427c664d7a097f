import { HttpException } from '@nestjs/common';

/** Turned away at the door. The host makes problem details of it: `code` is stable, the sentence is for people. */
export class AccessDenied extends HttpException {
  constructor(
    status: 401 | 403 | 503,
    readonly code: string,
    sentence: string,
    cause?: unknown,
  ) {
    super({ code, message: sentence }, status, cause === undefined ? {} : { cause });
  }
}
