import { createHash } from 'node:crypto';
import type { Sql } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { insertRow, makeBooking, makeProperty, makeRoom, makeSession } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { jobsProcess, type Person, queryAs, runAs, signUpMember, staysServer } from './support/people.ts';

// PostgREST runs a stable function in a read-only transaction, and Supabase loads pg-safeupdate for the API's roles. The
// embedded stack does neither, so a function may pass every other test and fail in production.

type Routine = { name: string; isVolatile: boolean; body: string };

const writing =
  /\b(insert\s+into|delete\s+from|merge\s+into|truncate|nextval|setval|for\s+(no\s+key\s+)?update|for\s+(key\s+)?share)\b|\bupdate\s+[\w."]+(\s+(as\s+)?\w+)?\s+set\b/i;

/** The functions that are not volatile and write, or call one that does. */
function findWriters(routines: readonly Routine[]): string[] {
  const writers = new Set<string>();
  let before = -1;
  while (writers.size > before) {
    before = writers.size;
    for (const { name, body } of routines) {
      const calls = [...writers].some((writer) => body.includes(`${writer}(`));
      if (calls || writing.test(body)) writers.add(name);
    }
  }
  return routines.filter(({ name, isVolatile }) => !isVolatile && writers.has(name)).map(({ name }) => name);
}

/** The updates and deletions that name no rows. `on conflict … do update set` is neither. */
function findUnbounded(body: string): string[] {
  const statements = body.split(';').flatMap((part) => {
    const begins = [
      ...part.matchAll(/\bdelete\s+from\s|\bupdate\s+(?!set\b)[\w."]+(\s+(as\s+)?\w+)?\s+set\s/gi),
    ];
    return begins.map(({ index }, at) => part.slice(index, begins[at + 1]?.index));
  });
  return statements.filter((statement) => !/\bwhere\b/i.test(statement));
}

async function readRoutines(sql: Sql): Promise<Routine[]> {
  const rows = await sql<Routine>(
    `select n.nspname || '.' || p.proname as name, p.provolatile = 'v' as "isVolatile", pg_get_functiondef(p.oid) as body
     from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'private') and p.prokind = 'f'`,
  );
  return rows.map(({ body, ...rest }) => ({
    ...rest,
    body: body
      .slice(body.indexOf('AS $'))
      .replaceAll(/--.*$/gm, '')
      .replaceAll(/'(?:[^']|'')*'/g, "''"),
  }));
}

onNativePostgres('what is refused in production only', {}, (database) => {
  let subject: Record<string, string>;
  let sessionId: string;
  let typeId: string;
  let walkId: string;
  let manager: Person & { accountId: string };
  beforeAll(async () => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    manager = await signUpMember(database(), property.id, 'manager');
    sessionId = (await makeSession(database(), room)).id;
    const inProperty = { property_id: property.id };
    typeId = (
      await insertRow<{ id: string }>(database(), 'accom_room_types', { ...inProperty, name: 'Twin' })
    ).id;
    walkId = (await insertRow<{ id: string }>(database(), 'walks', inProperty)).id;
    await insertRow(database(), 'invitations', {
      ...inProperty,
      role: 'staff',
      secret_hash: createHash('sha256').update('a secret').digest(),
      invited_by: manager.accountId,
    });
    subject = { propertyId: property.id, bookingId: booking.id };
  });

  /** A job of the process for jobs, whose reading function needs the claim. */
  async function claimCodeMail(): Promise<{ id: string; claim: string }> {
    await database().sql(`select private.enqueue_job('booking_code_mail', 'a', $1, $2)`, [
      subject['propertyId'],
      subject['bookingId'],
    ]);
    const [row] = await queryAs<{ jobs: { id: string; claim: string }[] }>(
      database(),
      jobsProcess,
      `select public.claim_jobs('{booking_code_mail}', 1, 60) as jobs`,
    );
    const [job] = row?.jobs ?? [];
    if (job === undefined) throw new Error('nothing was claimed');
    return job;
  }

  it('no function that is stable or immutable writes, or calls one that does', async () => {
    const routines = await readRoutines(database().sql);
    expect(routines.length).toBeGreaterThan(100);
    expect(findWriters(routines)).toEqual([]);
  });

  it('no function updates or deletes without saying which rows', async () => {
    const routines = await readRoutines(database().sql);
    const found = routines.flatMap(({ name, body }) => findUnbounded(body).map((text) => `${name}: ${text}`));
    expect(found).toEqual([]);
  });

  it('both searches find what they are for', () => {
    const body = (text: string) => ({ isVolatile: false, body: text });
    const routines: Routine[] = [
      { name: 'private.take', isVolatile: true, body: 'insert into public.hits default values' },
      { name: 'private.writes', ...body('update public.rooms r set floor = 1 where r.id = 1') },
      { name: 'private.locks', ...body('select 1 from public.rooms for update') },
      { name: 'private.calls', ...body('select private.passes_on(1)') },
      { name: 'private.passes_on', isVolatile: true, body: 'select private.take(1)' },
      { name: 'private.reads', ...body('select updated_at from public.rooms') },
    ];
    expect(findWriters(routines)).toEqual(['private.writes', 'private.locks', 'private.calls']);
    expect(findUnbounded('update a set b = 1; delete from a; update a x set b = 1 where c')).toHaveLength(2);
    expect(findUnbounded('with gone as (delete from a returning 1) update b set c = 1 where d')).toHaveLength(
      1,
    );
    expect(findUnbounded('insert into a values (1) on conflict (id) do update set b = 1')).toEqual([]);
  });

  it('every stable function of the API runs in a read-only transaction', async () => {
    const ofProperty = (more = '') => ({
      person: manager,
      args: `$1::uuid${more}`,
      value: subject['propertyId'],
    });
    const mail = await claimCodeMail();
    const calls: Record<string, { person: Person; args: string; value?: unknown }> = {
      check_stay: { person: staysServer, args: '$1::jsonb', value: subject },
      desk_pulse: ofProperty(),
      find_anything: ofProperty(`, '203'`),
      get_notification_preferences: ofProperty(),
      get_order_money: ofProperty(`, '{}'`),
      get_own_account: { person: manager, args: '' },
      get_stay_content: { person: staysServer, args: `$1::jsonb, 'services'`, value: subject },
      get_visa_status: { person: staysServer, args: '$1::jsonb', value: subject },
      list_bookings: ofProperty(),
      list_documents: ofProperty(),
      list_ending_visas: ofProperty(),
      list_failed_jobs: ofProperty(),
      list_fixed_settings: ofProperty(),
      list_free_beds: ofProperty(`, '2030-01-01', '2030-01-02'`),
      list_notifications: ofProperty(),
      list_own_documents: { person: staysServer, args: '$1::jsonb', value: subject },
      list_own_incidents: { person: staysServer, args: '$1::jsonb', value: subject },
      list_own_orders: { person: staysServer, args: '$1::jsonb', value: subject },
      list_own_phones: { person: staysServer, args: '$1::jsonb', value: subject },
      list_own_push_endpoints: { person: manager, args: '' },
      list_place_rooms: ofProperty(),
      list_rooms: ofProperty(),
      list_rooms_to_clean: ofProperty(),
      list_rooms_to_print: ofProperty(),
      preview_moves: ofProperty(
        `, '[{"bookingId": "${subject['bookingId']}", "checkIn": "2030-01-01", "checkOut": "2030-01-02"}]'`,
      ),
      preview_room_type: { person: manager, args: '$1::uuid', value: typeId },
      read_booking: ofProperty(`, '${subject['bookingId']}'`),
      read_booking_code_mail: { person: jobsProcess, args: `$1::uuid, '${mail.claim}'`, value: mail.id },
      read_calendar: ofProperty(`, '2030-01-01', '2030-01-29'`),
      read_guests_of_today: ofProperty(),
      read_history: ofProperty(),
      read_invitation: { person: manager, args: '$1', value: 'a secret' },
      list_ended_orders: ofProperty(),
      read_order_board: ofProperty(),
      read_walk: { person: manager, args: '$1::uuid', value: walkId },
      try_price: { person: manager, args: `$1::uuid, '2030-01-01', '2030-01-03'`, value: typeId },
      list_guest_sessions: ofProperty(),
      list_locks: ofProperty(),
      read_guest_session: ofProperty(`, '${sessionId}'`),
      measure_last_names: { person: manager, args: '$1::uuid', value: subject['propertyId'] },
    };
    const stable = await database().sql<{ name: string }>(
      `select proname as name from pg_catalog.pg_proc
       where pronamespace = 'public'::regnamespace and provolatile <> 'v' and prorettype <> 'trigger'::regtype order by 1`,
    );
    expect(stable.map(({ name }) => name)).toEqual(Object.keys(calls).sort());
    for (const [name, { person, args, value }] of Object.entries(calls)) {
      const rows = await runAs(database(), person, async (sql) => {
        await sql('set transaction read only');
        return sql<{ outcome: unknown }>(
          `select public.${name}(${args}) as outcome`,
          value === undefined ? [] : [value],
        );
      });
      // Those of the desk raise where they refuse. A guest function that refuses has not run to its end.
      if (person === staysServer) {
        expect({ name, rows }).toMatchObject({ name, rows: [{ outcome: { ok: true } }] });
      }
    }
  });
});
