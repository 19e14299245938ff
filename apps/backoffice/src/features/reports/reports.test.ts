import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { undoChangeAction } from '@/shell/toast/undo-change-action';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import { closeRoomAction } from './actions.ts';
import { endedPerPage, findClosingReport, getReport, listEndedReports, listOpenReports } from './queries.ts';
import { readReportFilter, readSkipped, toCondition } from './report-filter.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

const place = 'sunset-hotel';

let db: TestDatabase;
let staff: SignedInAccount;
let housekeeper: SignedInAccount;
let otherOwner: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  staff = await signUpAccount(db, 'staff@example.com');
  housekeeper = await signUpAccount(db, 'housekeeper@example.com');
  otherOwner = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, place);
});

afterAll(() => db.close());

/** A day by the clock of the Sunset Hotel, far from the stays of the demo. */
const day = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

async function readFirst() {
  const [first] = await listOpenReports(staff.client, sunset);
  return getReport(staff.client, sunset, first?.id ?? '');
}

test('the reports are those of a priority and of who sees to them, and a filter that is none hides nothing', async () => {
  const list = async (query: Record<string, string>) => {
    const condition = toCondition(readReportFilter(query), staff.accountId);
    return (await listOpenReports(staff.client, sunset, condition)).map(({ id }) => id);
  };
  const { id } = await readFirst();
  await db.sql(`update public.incidents set priority = 'urgent', assignee_id = $2 where id = $1`, [
    id,
    staff.accountId,
  ]);
  const all = await list({});
  expect(await list({ assignee: 'mine' })).toContain(id);
  expect(await list({ assignee: 'mine', priority: 'urgent' })).toContain(id);
  expect(await list({ assignee: 'mine', priority: 'low' })).not.toContain(id);
  expect(await list({ assignee: 'nobody' })).not.toContain(id);
  await db.sql('update public.incidents set assignee_id = null where id = $1', [id]);
  expect(await list({ assignee: 'mine' })).not.toContain(id);
  expect(await list({ assignee: 'nobody' })).toContain(id);
  expect(await list({ assignee: 'x', priority: 'x' })).toEqual(all);
});

test('all reports that ended are read page by page, the last first, each once', async () => {
  await db.sql(
    `insert into public.incidents (property_id, room_id, booking_id, title, priority, status)
     select i.property_id, i.room_id, i.booking_id, 'Ended ' || n, 'low', 'closed'
     from (select * from public.incidents where property_id = $1 limit 1) i, generate_series(1, 30) n`,
    [sunset],
  );
  const first = (await listEndedReports(staff.client, sunset)).slice(0, endedPerPage);
  const rest = await listEndedReports(staff.client, sunset, {}, endedPerPage);
  const ids = [...first, ...rest].map(({ id }) => id);
  expect(first).toHaveLength(endedPerPage);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(30);
  await db.sql(`delete from public.incidents where property_id = $1 and title like 'Ended %'`, [sunset]);
});

test.each([
  ['40', 40],
  ['0', 0],
  ['-1', 0],
  ['x', 0],
  ['9999999999', 0],
  [undefined, 0],
  [['20', '40'], 0],
])('an address after=%j begins after %i reports', (after, skipped) => {
  expect(readSkipped({ after })).toBe(skipped);
});

test('staff close the room of a report from today on, which the room says too, and undo it', async () => {
  const report = await readFirst();
  expect(report).toMatchObject({ closesRoom: false, block: null });
  const form = { place, id: report.id, from: day(0), until: '' };
  const closed = await submitAs(staff, closeRoomAction, form);
  expect(closed).toMatchObject({ ok: true, done: 'roomClosed', changeId: expect.any(String) });
  expect(await readFirst()).toMatchObject({ closesRoom: true, block: null });
  expect(await findClosingReport(staff.client, sunset, report.roomId)).toMatchObject({ id: report.id });
  const changeId = closed?.ok === true ? (closed.changeId ?? '') : '';
  expect(await submitAs(staff, undoChangeAction, { place, changeId })).toMatchObject({ ok: true });
  expect(await findClosingReport(staff.client, sunset, report.roomId)).toBeNull();
});

test('a room that is closed for some days is blocked in the calendar, and the report says from when to when', async () => {
  const { id } = await readFirst();
  const closed = await submitAs(staff, closeRoomAction, { place, id, from: day(60), until: day(62) });
  expect(closed).toMatchObject({ ok: true, changeId: expect.any(String) });
  expect(await readFirst()).toMatchObject({ block: { from: day(60), until: day(62) } });
});

test('a housekeeper and another place close no room, and a day that is none is refused', async () => {
  const { id } = await readFirst();
  const form = { place, id, from: day(0), until: '' };
  expect(await submitAs(housekeeper, closeRoomAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(otherOwner, closeRoomAction, form)).toMatchObject({ error: 'not_found' });
  const elsewhere = { ...form, place: 'quiet-house', from: day(60), until: day(62) };
  expect(await submitAs(otherOwner, closeRoomAction, elsewhere)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(staff, closeRoomAction, { ...form, from: '31.02.2027' })).toMatchObject({
    fields: { from: 'not_a_day' },
  });
  expect(await submitAs(staff, closeRoomAction, { ...form, from: day(60), until: '' })).toMatchObject({
    fields: { until: 'required' },
  });
});
