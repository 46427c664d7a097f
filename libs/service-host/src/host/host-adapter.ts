import { ExpressAdapter } from '@nestjs/platform-express';

/** Nest's Express adapter without its own last words: the host answers unknown addresses and errors itself. */
export class HostAdapter extends ExpressAdapter {
  override setNotFoundHandler(): this {
    return this;
  }

  override setErrorHandler(): this {
    return this;
  }
}
