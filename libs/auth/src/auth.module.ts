import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessOptions } from './access/access-options.js';
import { IdentityProvider } from './access/identity-provider.js';
import { BearerStrategy } from './machine/bearer.strategy.js';
import { TokenVerifier } from './machine/token-verifier.js';
import { SessionUser } from './sign-in/session-user.js';
import { SignInController } from './sign-in/sign-in.http.js';
import { SignInStrategy } from './sign-in/sign-in.strategy.js';

@Module({
  controllers: [SignInController],
  providers: [
    IdentityProvider,
    SignInStrategy,
    SessionUser,
    TokenVerifier,
    BearerStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [IdentityProvider],
})
export class AuthModule {
  static with(options: AccessOptions): DynamicModule {
    return { module: AuthModule, providers: [{ provide: AccessOptions, useValue: options }], exports: [AccessOptions] };
  }
}
