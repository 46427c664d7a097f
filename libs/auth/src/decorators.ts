import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@exeat/kernel';
import type { Permission } from './permissions.js';

export const ALLOW = 'exeat:allow';
export const PUBLIC = 'exeat:public';

/** Opens a route to whoever holds the permission. A route with neither this nor `@Public()` is open to nobody. */
export const Allow = (permission: Permission): MethodDecorator => SetMetadata(ALLOW, permission);

/** Opens a route to everybody who is signed in, whatever their roles. */
export const AllowSignedIn = (): MethodDecorator => SetMetadata(ALLOW, 'signed-in');

/** Opens a route to everybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** The actor who is signed in: `@SignedIn() by: Actor`. The guard has let them in before this is read. */
export const SignedIn = createParamDecorator((_: undefined, context: ExecutionContext): Actor => {
  const { user } = context.switchToHttp().getRequest<{ user?: Actor }>();
  if (!user) throw new Error('@SignedIn() was used on a route that lets in people who are not signed in.');
  return user;
});
