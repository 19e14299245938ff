export { type LocalKeys, type ReadKeysOptions, readOrCreateKeys } from './read-or-create-keys.ts';
export { type RoleKeyOptions, signRoleKey } from './sign-role-key.ts';
