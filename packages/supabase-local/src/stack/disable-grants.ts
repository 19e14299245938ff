import type { Connection } from '@supabase/lite';

/**
 * Prevents lite from granting all tables to the API roles. At its first request lite looks for a table with RLS. If there
 * is one, it runs `grant all on all tables … to anon, authenticated, service_role` in that schema, which would undo every
 * revoke of the migrations. This sets the field by which lite remembers that it has done so. The field is private in
 * lite's types; a test checks that requests change no grant.
 */
export function disableGrants(connection: Connection): void {
  Reflect.set(connection, 'rlsState', 'active');
}
