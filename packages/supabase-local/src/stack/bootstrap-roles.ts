import type { StackDatabase } from './stack-database.ts';

/**
 * The roles and schemas that every Supabase project has before its first migration and that ours need.
 *
 * - anon, authenticated, service_role: the API's roles.
 * - authenticator: the role that PostgREST connects as; a migration grants `guest_api` to it. The embedded
 *   server does not use it, so it cannot log in here.
 * - Other roles of hosted Supabase (supabase_admin, supabase_auth_admin, dashboard_user …) do not exist here.
 *   No migration names them, and one that does must fail here, so that somebody decides about it.
 * - Default privileges grant new objects to the API roles, as on hosted Supabase, so that tests show a missing revoke.
 * - storage and auth are created here so that these default privileges apply to the tables that lite creates in them.
 */
export const bootstrapScript = `
do $$
declare role_name text;
begin
  foreach role_name in array array['anon', 'authenticated', 'service_role', 'authenticator'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I nologin %s', role_name, case role_name
        when 'service_role' then 'bypassrls' when 'authenticator' then 'noinherit' else '' end);
    end if;
  end loop;
end
$$;
grant anon, authenticated, service_role to authenticator;

create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;

grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

create schema if not exists auth;
grant usage on schema auth to anon, authenticated, service_role;

create schema if not exists storage;
grant usage on schema storage to anon, authenticated, service_role;
alter default privileges in schema storage grant all on tables to anon, authenticated, service_role;
alter default privileges in schema storage grant all on functions to anon, authenticated, service_role;
`;

/** Runs once per database. A second run would grant again what the migrations revoked. */
export async function bootstrapRoles(database: StackDatabase): Promise<void> {
  const [row] = await database.sql<{ known: boolean }>(
    `select to_regclass('supabase_migrations.schema_migrations') is not null as known`,
  );
  if (row?.known) return;
  await database.inTransaction((sql) => sql(bootstrapScript));
}

/**
 * Refuses SQL that deletes from the tables of Storage, with the code and text of Supabase's own trigger: it would leave the
 * files behind for ever. There Storage announces its own deletions by a setting. lite does not, so they are recognised by how lite
 * writes them, with quotes.
 */
export const protectDeleteScript = `
create or replace function storage.protect_delete()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_query() !~* '^\\s*delete from "storage"\\."(objects|buckets)"' then
    raise exception 'Direct deletion from storage tables is not allowed. Use the Storage API instead.'
      using errcode = '42501';
  end if;
  return null;
end
$$;
create or replace trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();
create or replace trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();
`;
