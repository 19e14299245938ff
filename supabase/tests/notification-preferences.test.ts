import { describe, expect, it } from 'vitest';
import { choose, listUnread, openHouse, readInbox, readPreferences } from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { makeItem, placeOrder } from './support/order-calls.ts';
import { queryAs } from './support/people.ts';

const kindsOfStaff = [
  'order_new',
  'order_late',
  'order_cancelled',
  'report_new',
  'report_reply',
  'report_assigned',
  'report_due_soon',
  'report_overdue',
  'request_new',
  'document_new',
  'document_erasure',
  'visa_14',
  'visa_7',
  'visa_3',
  'visa_short',
];
/** In the order of the kinds, in which these two stand among those of staff. */
const kindsOfManagers = [
  ...kindsOfStaff.slice(0, 9),
  'job_failed',
  'document_new',
  'document_erasure',
  'document_not_gone',
  ...kindsOfStaff.slice(11),
];

onNativePostgres('preferences of notifications', {}, (database) => {
  it('are defaults until somebody chooses: all kinds in the app and by push, mails to those who answer for the place', async () => {
    const house = await openHouse(database(), { default_locale: 'vi' });
    expect(await readPreferences(database(), house.staff, house.property)).toEqual({
      kinds: kindsOfStaff,
      inApp: kindsOfStaff,
      byMail: [],
      byPush: kindsOfStaff,
      quietFrom: null,
      quietTo: null,
      quietUntil: null,
      urgentPasses: true,
      locale: 'vi',
    });
    for (const person of [house.manager, house.owner]) {
      expect(await readPreferences(database(), person, house.property)).toMatchObject({
        kinds: kindsOfManagers,
        byMail: [
          'report_due_soon',
          'report_overdue',
          'request_new',
          'job_failed',
          'document_erasure',
          'document_not_gone',
          'visa_3',
          'visa_short',
        ],
      });
    }
  });

  it('are of one person at one place, and hold from the next event on', async () => {
    const house = await openHouse(database());
    const other = await openHouse(database());
    const item = await makeItem(database(), house.property);
    await database().sql(
      `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'staff')`,
      [other.property.id, house.staff.accountId],
    );
    await choose(database(), house.staff, house.property, {
      inApp: ['report_new'],
      byMail: [],
      byPush: [],
      quietFrom: '22:00',
      quietTo: '07:00',
      urgentPasses: false,
      locale: 'vi',
    });
    expect(await readPreferences(database(), house.staff, house.property)).toMatchObject({
      kinds: kindsOfStaff,
      inApp: ['report_new'],
      byMail: [],
      byPush: [],
      quietFrom: '22:00',
      quietTo: '07:00',
      urgentPasses: false,
      locale: 'vi',
    });
    expect((await readPreferences(database(), house.staff, other.property)).inApp).toEqual(kindsOfStaff);
    await placeOrder(database(), house.guest, { items: [{ itemId: item.id, quantity: 1 }] });
    expect(await readInbox(database(), house.staff, house.property)).toEqual([]);
    expect(await listUnread(database(), house.manager, house.property)).toEqual(['order_new']);
  });

  it('that want a kind by push alone keep it out of the inbox', async () => {
    const house = await openHouse(database());
    const item = await makeItem(database(), house.property);
    await choose(database(), house.staff, house.property, { inApp: [], byPush: ['order_new'] });
    await placeOrder(database(), house.guest, { items: [{ itemId: item.id, quantity: 1 }] });
    expect(await readInbox(database(), house.staff, house.property)).toEqual([]);
    const rows = await database().sql(
      'select kind, is_shown from public.notifications where account_id = $1',
      [house.staff.accountId],
    );
    expect(rows).toEqual([{ kind: 'order_new', is_shown: false }]);
  });

  it('leave the defaults for the kinds of a role that came later', async () => {
    const house = await openHouse(database());
    await choose(database(), house.staff, house.property, { inApp: [], byMail: [], byPush: [] });
    await database().sql(
      `update public.property_members set role = 'manager' where account_id = $1 and property_id = $2`,
      [house.staff.accountId, house.property.id],
    );
    expect(await readPreferences(database(), house.staff, house.property)).toMatchObject({
      inApp: ['job_failed', 'document_not_gone'],
      byMail: ['job_failed', 'document_not_gone'],
      byPush: ['job_failed', 'document_not_gone'],
    });
  });

  it('name no kind of documents to a member who does not see them', async () => {
    const house = await openHouse(database());
    await database().sql('update public.property_members set sees_documents = false where account_id = $1', [
      house.staff.accountId,
    ]);
    const kinds = kindsOfStaff.slice(0, 9);
    expect(await readPreferences(database(), house.staff, house.property)).toMatchObject({
      kinds,
      inApp: kinds,
      byMail: [],
      byPush: kinds,
    });
    await expect(
      choose(database(), house.staff, house.property, { inApp: ['document_new'] }),
    ).rejects.toMatchObject({ code: 'PT400', message: 'invalid_request' });
  });

  it.each([
    ['a kind that the role is not told of', { inApp: ['job_failed'] }],
    ['a kind that there is not', { inApp: ['order_new', 'orders'] }],
    ['the same kind again and again', { byMail: Array.from({ length: 500 }, () => 'order_new') }],
    ['quiet hours without an end', { quietFrom: '22:00', quietTo: null }],
    ['quiet hours that end as they begin', { quietFrom: '22:00', quietTo: '22:00' }],
    ['another language', { locale: 'de' }],
    ['no list of kinds', { byPush: null as unknown as string[] }], // what another client may send
  ])('refuse %s', async (_, changes) => {
    const house = await openHouse(database());
    await expect(choose(database(), house.staff, house.property, changes)).rejects.toMatchObject({
      code: 'PT400',
      message: 'invalid_request',
    });
  });

  it('are read and saved by their person alone, and not by housekeepers', async () => {
    const house = await openHouse(database());
    const other = await openHouse(database());
    await expect(readPreferences(database(), house.housekeeper, house.property)).rejects.toMatchObject({
      code: 'PT403',
    });
    await expect(readPreferences(database(), other.owner, house.property)).rejects.toMatchObject({
      code: 'PT404',
    });
    await expect(
      queryAs(database(), house.owner, 'select * from public.notification_preferences'),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

onNativePostgres('quiet hours', {}, (database) => {
  const quietUntil = async (from: string | null, to: string | null, zone: string, at: string) => {
    const [row] = await database().sql<{ until: string | null }>(
      'select private.format_instant(private.quiet_until($1::time, $2::time, $3, $4::timestamptz)) as until',
      [from, to, zone, at],
    );
    return row?.until;
  };
  const hanoi = 'Asia/Ho_Chi_Minh'; // seven hours ahead, without summer time
  const berlin = 'Europe/Berlin';

  describe.each([
    ['none', null, null, hanoi, '2026-11-28T00:00:00Z', null],
    ['in the afternoon, before', '13:00', '15:00', hanoi, '2026-11-28T05:59:59Z', null],
    [
      'in the afternoon, at its start',
      '13:00',
      '15:00',
      hanoi,
      '2026-11-28T06:00:00Z',
      '2026-11-28T08:00:00Z',
    ],
    ['in the afternoon, at its end', '13:00', '15:00', hanoi, '2026-11-28T08:00:00Z', null],
    [
      'over midnight, in the evening',
      '22:00',
      '07:00',
      hanoi,
      '2026-11-28T16:30:00Z',
      '2026-11-29T00:00:00Z',
    ],
    ['over midnight, after it', '22:00', '07:00', hanoi, '2026-11-28T19:00:00Z', '2026-11-29T00:00:00Z'],
    ['over midnight, at its end', '22:00', '07:00', hanoi, '2026-11-29T00:00:00Z', null],
    [
      'over the night of the longer clock',
      '22:00',
      '07:00',
      berlin,
      '2026-10-24T21:00:00Z',
      '2026-10-25T06:00:00Z',
    ],
    [
      'over the night of the shorter clock',
      '22:00',
      '07:00',
      berlin,
      '2026-03-28T22:00:00Z',
      '2026-03-29T05:00:00Z',
    ],
    [
      'to a time that the clock jumps over',
      '22:00',
      '02:30',
      berlin,
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:30:00Z',
    ],
  ])('%s', (_, from, to, zone, at, until) => {
    it('end when the clock of the place says so', async () => {
      expect(await quietUntil(from, to, zone, at)).toBe(until);
    });
  });

  it('end later than the moment that is asked about, at every minute of the two nights of another clock', async () => {
    const [row] = await database().sql<{ wrong: number }>(
      `select count(*)::integer as wrong
       from (values ('22:00'::time, '07:00'::time), ('22:00', '02:30'), ('01:00', '03:00'), ('02:15', '02:45')) hours (a, b),
         unnest(array['2026-03-28 20:00Z'::timestamptz, '2026-10-24 20:00Z']) night,
         generate_series(0, 720) minute,
         lateral (select night + make_interval(mins => minute)) one (at)
       where private.quiet_until(a, b, 'Europe/Berlin', one.at) <= one.at`,
    );
    expect(row?.wrong).toBe(0);
  });
});
