import { describe, expect, it } from 'vitest';
import { onEachEngine } from './support/on-each-engine.ts';
import { anon, ask, type Person, staysServer } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

/** Every function of the API, and the one role that may execute it; null: jobs alone, as service_role. */
const executors: Record<string, 'authenticated' | 'guest_api' | null> = {
  admit_incident_photos: 'guest_api',
  cancel_service_order: 'guest_api',
  check_in: 'authenticated',
  check_out: 'authenticated',
  check_stay: 'guest_api',
  create_booking: 'authenticated',
  forget_incident_photo: 'guest_api',
  get_availability: 'guest_api',
  get_own_stay: 'guest_api',
  get_property_page: 'guest_api',
  get_stay_content: 'guest_api',
  lift_booking_lock: 'authenticated',
  lift_room_lock: 'authenticated',
  list_own_incidents: 'guest_api',
  list_own_orders: 'guest_api',
  open_guest_session: 'guest_api',
  place_service_order: 'guest_api',
  replace_room_code: 'authenticated',
  reply_to_incident: 'guest_api',
  report_incident: 'guest_api',
  request_booking: 'guest_api',
  resolve_checkin_link: 'guest_api',
  resolve_room_label: 'guest_api',
  resolve_room_access: 'guest_api',
  set_booking_pin: 'authenticated',
  set_incident_status: 'authenticated',
  set_order_status: 'authenticated',
  sweep: null,
  verify_booking_access: 'guest_api',
  verify_room_access: 'guest_api',
};

const stranger: Person = { role: 'authenticated', claims: { sub: crypto.randomUUID() } };
const callers: Record<string, Person> = { anon, authenticated: stranger, guest_api: staysServer };

/** Functions of extensions belong to their extension, and ours keep those out of the schemas asked about. */
const routinesOf = (schema: string) => `
  select p.oid, p.proname as name, p.prosecdef as definer, p.proconfig as settings, r.rolname as role,
    has_function_privilege(r.oid, p.oid, 'execute') as may,
    p.pronargs as arguments,
    coalesce((select string_agg('null::' || t::regtype, ', ' order by position)
      from unnest(p.proargtypes::oid[]) with ordinality as a (t, position)), '') as nulls
  from pg_catalog.pg_proc p, pg_catalog.pg_roles r
  where p.pronamespace = '${schema}'::regnamespace and r.rolname in ('anon', 'authenticated', 'guest_api')`;

type Routine = {
  name: string;
  definer: boolean;
  settings: string[] | null;
  role: string;
  may: boolean;
  nulls: string;
};

onEachEngine('who executes which function', {}, (database) => {
  it('is answered for every function the API exposes, one role each', async () => {
    const routines = await database().sql<Routine>(routinesOf('public'));
    const roles: Record<string, string[]> = {};
    for (const { name, role, may } of routines)
      roles[name] = [...(roles[name] ?? []), ...(may ? [role] : [])];
    const expected = Object.entries(executors).map(([name, role]) => [name, role === null ? [] : [role]]);
    expect(roles).toEqual(Object.fromEntries(expected));
  });

  it('refuses each function to the other roles when they call it', async () => {
    const routines = await database().sql<Routine>(routinesOf('public'));
    for (const { name, role, nulls } of routines.filter((routine) => !routine.may)) {
      const caller = callers[role] ?? anon;
      const refusal = await refusalOf(ask(database(), caller, `select public.${name}(${nulls})`));
      expect({ name, role, code: refusal.code }).toEqual({ name, role, code: '42501' });
    }
  });

  it('gives PUBLIC no function of ours', async () => {
    const open = await database().sql(
      `select p.oid::regprocedure::text as name from pg_catalog.pg_proc p, lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and a.grantee = 0`,
    );
    expect(open).toEqual([]);
  });

  it.each([
    ['anon', 'nothing', []],
    ['guest_api', 'what the policy of the photos asks for it', ['is_promised_photo']],
  ])('closes the private schema to %s, who executes %s', async (role, _, names) => {
    const routines = await database().sql<Routine>(routinesOf('private'));
    expect(routines.length).toBeGreaterThan(250);
    const open = routines.filter((routine) => routine.role === role && routine.may);
    expect(open.map(({ name }) => name)).toEqual(names);
    const [schema] = await database().sql(
      `select has_schema_privilege('${role}', 'private', 'usage') as may`,
    );
    expect(schema).toEqual({ may: false });
  });

  it('lets members execute the private functions that policies, checks and triggers call as them, and no other', async () => {
    const routines = await database().sql<Routine>(routinesOf('private'));
    const open = routines.filter(({ role, may }) => role === 'authenticated' && may).map(({ name }) => name);
    expect(open.sort()).toEqual([
      'are_pictures',
      'current_account_id',
      'default_access_settings',
      'is_access_settings',
      'is_picture',
      'is_text_list',
      'is_translated_text',
      'is_translations',
      'is_web_link',
      'is_wifi_network',
      'is_wifi_password',
      'is_wifi_zones',
      'member_property_ids',
      'raise_api_error',
    ]);
  });

  it.each(['public', 'private'])('has an empty search path in every function in %s', async (schema) => {
    const routines = await database().sql<Routine>(routinesOf(schema));
    const loose = routines.filter(({ settings }) => !settings?.includes('search_path=""'));
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  describe('leaves no other door', () => {
    it.each([
      [
        'a schema to create in',
        `select has_schema_privilege(r.rolname, n.nspname, 'create') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_namespace n
        where r.rolname in ('anon', 'authenticated', 'guest_api') and n.nspname in ('public', 'private', 'auth', 'storage', 'extensions')`,
      ],
      [
        'a table of sign-ins',
        `select has_table_privilege(r.rolname, c.oid, 'select') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_class c
        where r.rolname in ('anon', 'authenticated', 'guest_api') and c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'`,
      ],
      [
        'a sequence',
        `select has_sequence_privilege(r.rolname, c.oid, 'usage') as may
        from pg_catalog.pg_roles r, pg_catalog.pg_class c
        where r.rolname in ('anon', 'authenticated', 'guest_api') and c.relnamespace = 'public'::regnamespace and c.relkind = 'S'`,
      ],
      [
        'a role to become',
        `select pg_has_role('guest_api', r.oid, 'member') as may
        from pg_catalog.pg_roles r where r.rolname not in ('guest_api', 'anon')`,
      ],
      [
        'a way past row level security',
        `select r.rolbypassrls or r.rolsuper or r.rolcanlogin or r.rolcreaterole as may
        from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated', 'guest_api')`,
      ],
    ])('such as %s', async (_, question) => {
      const answers = await database().sql<{ may: boolean }>(question);
      expect(answers.filter(({ may }) => may)).toEqual([]);
    });
  });
});
