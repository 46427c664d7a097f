export { AccessDenied } from './access/access-denied.js';
export { AccessOptions } from './access/access-options.js';
export { AuthModule } from './auth.module.js';
export { ALLOW, Allow, AllowSignedIn, PUBLIC, Public, SignedIn } from './decorators.js';
export { personas } from './development/personas.js';
export {
  developmentAudience,
  developmentIssuerPath,
  developmentProvider,
  type DevelopmentProvider,
} from './development/provider.js';
export { developmentSecrets, developmentSecretsFile, type DevelopmentSecrets } from './development/secrets.js';
export { signInAs, signInAsClient, type SignedInClient } from './development/sign-in.js';
export { authMigrations } from './migrations/auth-migrations.js';
export { companyName, nameOrganisations, organisationName } from './organisations.js';
export { may, permissions, permissionsOf, type Permission } from './permissions.js';
export { databaseRoleOf, productionProblems, type DatabaseRole } from './production-problems.js';
export { sessionMiddleware } from './sessions/session-middleware.js';
export { SessionStore } from './sessions/session-store.js';
export { sessionTimesOf } from './sign-in/session-user.js';
