type Query = (text: string) => Promise<Record<string, unknown>[]>;

const parts = {
  columns: `select table_schema, table_name, column_name, data_type, column_default, is_nullable, is_generated
    from information_schema.columns where table_schema in ('public', 'private')`,
  constraints: `select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    from pg_catalog.pg_constraint where connamespace = 'public'::regnamespace`,
  indexes: `select indexname, indexdef from pg_catalog.pg_indexes where schemaname = 'public'`,
  policies: `select schemaname, tablename, policyname, roles, cmd, qual, with_check
    from pg_catalog.pg_policies where schemaname in ('public', 'storage')`,
  triggers: `select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_catalog.pg_trigger where not tgisinternal`,
  enums: `select t.typname, e.enumlabel, e.enumsortorder from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid`,
  rowTypes: `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnum
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'c' and c.relnamespace = 'private'::regnamespace`,
  schemas: `select n.nspname, a.grantee::regrole::text, a.privilege_type
    from pg_catalog.pg_namespace n, lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
    where n.nspname in ('public', 'private')`,
  defaultPrivileges: `select coalesce(n.nspname, ''), d.defaclobjtype, a.grantee::regrole::text, a.privilege_type
    from pg_catalog.pg_default_acl d left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace,
      lateral aclexplode(d.defaclacl) a
    where d.defaclnamespace = 0 or n.nspname in ('public', 'private')`,
  columnGrants: `select table_name, column_name, grantee, privilege_type
    from information_schema.column_privileges where table_schema = 'public'`,
  extensions: `select e.extname, n.nspname from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace`,
  buckets: `select id, public, file_size_limit, allowed_mime_types from storage.buckets`,
  functions: `select p.oid::regprocedure::text, pg_get_functiondef(p.oid), a.grantee::regrole::text, a.privilege_type
    from pg_catalog.pg_proc p, lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  tables: `select c.relname, c.relrowsecurity, c.relpersistence, a.grantee::regrole::text, a.privilege_type
    from pg_catalog.pg_class c, lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
};

/** Reads all that Postgres knows of our schemas, for comparison. The order of a table's columns is ignored. */
export async function dumpSchema(query: Query): Promise<Record<string, unknown>> {
  const dump: Record<string, unknown> = {};
  for (const [part, text] of Object.entries(parts)) {
    const [row] = await query(`select json_agg(part::text order by part::text) as rows from (${text}) part`);
    dump[part] = row?.['rows'];
  }
  return dump;
}
