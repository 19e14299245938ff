export { type LocalKeys, type ReadKeysOptions, readOrCreateKeys } from './read-or-create-keys.ts';
export { type RoleKeyOptions, type SigningKey, signRoleKey } from './sign-role-key.ts';
