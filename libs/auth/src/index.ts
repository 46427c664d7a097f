export { Allow, AllowSignedIn, Public, SignedIn } from './decorators.js';
export { companyName, organisationName } from './organisations.js';
export { may, permissions, permissionsOf, rolesWith, type Permission } from './permissions.js';
