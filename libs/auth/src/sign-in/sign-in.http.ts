import {
  Controller,
  Get,
  HttpCode,
  Injectable,
  Post,
  Req,
  Res,
  UseGuards,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuthGuard } from '@nestjs/passport';
import type { Request, Response } from 'express';
import { AccessDenied } from '../access/access-denied.js';
import { AccessOptions } from '../access/access-options.js';
import { AllowSignedIn, Public } from '../decorators.js';
import { sessionCookie } from '../sessions/session-cookie.js';
import { safeReturn } from './return-to.js';

declare module 'express-session' {
  interface SessionData {
    returnTo: string;
  }
}

@Injectable()
class ThroughProvider extends AuthGuard('sign-in') {
  override handleRequest<Person>(error: unknown, person: Person | false): Person {
    if (error instanceof AccessDenied) throw error;
    if (error || !person)
      throw new AccessDenied(401, 'SIGN_IN_FAILED', 'Signing in did not succeed. Start again at /auth/sign-in.', error);
    return person;
  }
}

@Injectable()
class BeginSignIn extends ThroughProvider {
  constructor(private readonly options: AccessOptions) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    request.session.returnTo = safeReturn(request.query['returnTo'], this.options.publicUrl);
    return super.canActivate(context) as Promise<boolean>;
  }
}

@Injectable()
class CompleteSignIn extends ThroughProvider {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!('code' in request.query) && !('error' in request.query))
      throw new AccessDenied(401, 'SIGN_IN_FAILED', 'Signing in did not succeed. Start again at /auth/sign-in.');
    await super.canActivate(context);
    // Gives the session a new id: one that was planted in the browser before is worth nothing now.
    const { returnTo } = request.session;
    await super.logIn(request);
    context.switchToHttp().getResponse<Response>().locals['returnTo'] = returnTo;
    return true;
  }
}

@Controller('auth')
@ApiExcludeController()
export class SignInController {
  constructor(private readonly options: AccessOptions) {}

  /** Sends the browser to the identity provider. */
  @Get('sign-in')
  @Public()
  @UseGuards(BeginSignIn)
  signIn(): void {}

  @Get('callback')
  @Public()
  @UseGuards(CompleteSignIn)
  callback(@Res() response: Response): void {
    response.redirect(303, safeReturn(response.locals['returnTo'], this.options.publicUrl));
  }

  /** Ends the session, here and at once. */
  @Post('sign-out')
  @AllowSignedIn()
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error: unknown) => (error instanceof Error ? reject(error) : resolve())),
    );
    const { name, cookie } = sessionCookie(this.options);
    response.clearCookie(name, cookie);
  }
}
