import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isMissing } from '@/shell/form/translated-texts';
import { findPlaceId } from '@/testing/find-place-id';
import { submitAs, useDatabase } from '@/testing/next-request';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import {
  changeLanguageAction,
  saveAccessSettingsAction,
  saveOrderSettingsAction,
  savePlaceSettingsAction,
  saveWifiSettingsAction,
  setPlaceOpenAction,
} from './actions.ts';
import { formValues } from './form-values.ts';
import { countStays, measureLastNames, readSettings } from './queries.ts';
import { listTexts } from './translation-queries.ts';

vi.mock('next/headers', () => import('@/testing/next-request'));
vi.mock('next/cache', () => import('@/testing/next-request'));

let db: TestDatabase;
let owner: SignedInAccount;
let manager: SignedInAccount;
let staff: SignedInAccount;
let other: SignedInAccount;
let sunset: string;

beforeAll(async () => {
  db = await createNativeTestDatabase({ seed: true });
  await useDatabase(db);
  owner = await signUpAccount(db, 'owner@example.com');
  manager = await signUpAccount(db, 'manager@example.com');
  staff = await signUpAccount(db, 'staff@example.com');
  other = await signUpAccount(db, 'other@example.com');
  sunset = await findPlaceId(db, 'sunset-hotel');
});

afterAll(() => db.close());

type Form = keyof typeof formValues;

/** A form as the screen fills it in, with these changes. A switch that is off is not sent. */
async function fill(form: Form, changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const settings = await readSettings(owner.client, sunset);
  const values = Object.entries(formValues[form](settings)).flatMap(([name, value]): [string, string][] =>
    value === false ? [] : [[name, value === true ? 'on' : String(value)]],
  );
  return { place: 'sunset-hotel', version: settings.version, ...Object.fromEntries(values), ...changes };
}

/** What a guest gets who scans the code of the empty room 204. */
async function scan(locale?: string) {
  const { data } = await db.client('guest_api').rpc('resolve_room_access', {
    room_code: 'RM-EMPTY234',
    client: 'c'.repeat(64),
    ...(locale === undefined ? {} : { locale }),
  });
  return data;
}

test('the WiFi that a manager saves is what a guest scans, and the first choice of the parts comes first', async () => {
  const single = await fill('wifi', { network: 'River', password: 'a new password' });
  expect(await submitAs(manager, saveWifiSettingsAction, single)).toMatchObject({ ok: true, done: 'saved' });
  expect(await scan()).toMatchObject({
    wifi: { primary: { network: 'River', password: 'a new password', source: 'property' } },
  });

  const parts = await fill('wifi', {
    zoneName0: 'Garden',
    zoneNetwork0: 'Garden net',
    zonePassword0: '',
    zoneName1: 'Roof',
    zoneNetwork1: 'Roof net',
    zonePassword1: 'up on the roof',
    primary: '1',
  });
  expect(await submitAs(manager, saveWifiSettingsAction, parts)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({
    wifi: {
      primary: { network: 'Roof net', label: 'Roof' },
      zones: [{ network: 'Garden net', password: null }],
    },
  });
});

test('the name of a part is read in the guest’s language, keeps its translations when it is renamed, and is missing without one', async () => {
  const missing = async () =>
    (await listTexts(manager.client, sunset)).rows
      .filter(({ own, translations }) => isMissing(own, translations, 'vi'))
      .map(({ name, path }) => ({ name, path }));
  const garden = await fill('wifi', { zoneName0: 'Garden', zoneNetwork0: 'Garden net', primary: '0' });
  await submitAs(manager, saveWifiSettingsAction, garden);
  expect(await missing()).toContainEqual({ name: 'Garden', path: 'settings/wifi' });
  await submitAs(manager, saveWifiSettingsAction, await fill('wifi', { 'vi.name0': 'Vườn' }));
  expect(await scan('vi')).toMatchObject({ wifi: { primary: { label: 'Vườn', translated: ['label'] } } });
  expect(await missing()).not.toContainEqual({ name: 'Garden', path: 'settings/wifi' });
  await submitAs(manager, saveWifiSettingsAction, await fill('wifi', { zoneName0: 'Big garden' }));
  expect(await scan('en')).toMatchObject({ wifi: { primary: { label: 'Big garden' } } });
  expect(await scan('vi')).toMatchObject({ wifi: { primary: { label: 'Vườn' } } });
  await submitAs(manager, saveWifiSettingsAction, await fill('wifi', { 'vi.name0': '' }));
  expect(await scan('vi')).toMatchObject({ wifi: { primary: { label: 'Big garden' } } });
});

test('a place with many parts keeps all of them when its WiFi is saved, and gets rows for more up to thirty', async () => {
  const setZones = (count: number) =>
    db.sql(
      `update public.accom_properties set wifi_zones = (
         select coalesce(jsonb_agg(jsonb_build_object('name', 'Part ' || n, 'network', 'net ' || n)), '[]')
         from generate_series(1, $2) n
       ) where id = $1`,
      [sunset, count],
    );
  const before = (await readSettings(owner.client, sunset)).zones;
  for (const [zones, rows] of [
    [0, 6],
    [9, 12],
    [30, 30],
  ] as const) {
    await setZones(zones);
    const form = await fill('wifi');
    expect(Object.keys(form).filter((name) => name.startsWith('zoneName'))).toHaveLength(rows);
    expect(await submitAs(manager, saveWifiSettingsAction, form)).toMatchObject({ ok: true });
    expect((await readSettings(owner.client, sunset)).zones).toHaveLength(zones);
  }
  const last = await fill('wifi', { primary: '29' });
  await submitAs(manager, saveWifiSettingsAction, last);
  expect(await scan()).toMatchObject({ wifi: { primary: { label: 'Part 30' } } });
  await db.sql('update public.accom_properties set wifi_zones = $2::jsonb where id = $1', [sunset, before]);
});

test('a password without a network and a network that no phone takes are refused beside their fields', async () => {
  const wrong = await fill('wifi', { network: '', password: 'a new password' });
  expect(await submitAs(manager, saveWifiSettingsAction, wrong)).toMatchObject({
    fields: { network: 'required' },
  });
  const long = await fill('wifi', { network: 'x'.repeat(33), password: 'short' });
  expect(await submitAs(manager, saveWifiSettingsAction, long)).toMatchObject({
    fields: { network: 'not_a_network', password: 'not_a_wifi_password' },
  });
});

test('contacts and times that a manager saves are what a guest reads', async () => {
  const form = await fill('place', {
    name: 'Sunset Inn',
    phone: '+84 236 111',
    whatsapp: '',
    checkin: '13:30',
  });
  expect(await submitAs(manager, savePlaceSettingsAction, form)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({
    property: {
      name: 'Sunset Inn',
      contactPhone: '+84 236 111',
      contactWhatsapp: null,
      checkinTime: '13:30',
    },
  });
  const taken = await fill('place', { slug: 'beach-view' });
  expect(await submitAs(manager, savePlaceSettingsAction, taken)).toMatchObject({ error: 'conflict' });
});

test('search engines may list a place from when its manager says so, until they say otherwise', async () => {
  const isListed = async () => {
    const { data } = await db.client('guest_api').rpc('get_property_page', {
      slug: 'sunset-hotel',
      client: 'c'.repeat(64),
    });
    return data;
  };
  const { isListed: _on, ...off } = await fill('place');
  expect(await submitAs(manager, savePlaceSettingsAction, off)).toMatchObject({ ok: true });
  expect(await isListed()).toMatchObject({ isListed: false });
  const on = await fill('place', { isListed: 'on' });
  expect(await submitAs(staff, savePlaceSettingsAction, on)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(manager, savePlaceSettingsAction, on)).toMatchObject({ ok: true });
  expect(await isListed()).toMatchObject({ isListed: true });
});

test('a text that a manager translates is no longer missing in that language, and another owner reads none', async () => {
  await db.sql(`update public.accom_properties set wifi_zones = '[]' where id = $1`, [sunset]);
  const missingNames = async () =>
    (await listTexts(manager.client, sunset)).rows
      .filter(({ own, translations }) => isMissing(own, translations, 'de'))
      .map(({ name, path }) => ({ name, path }));
  expect(await missingNames()).toEqual([]);
  const [area] = await db.sql<{ id: string }>(
    `insert into public.areas (property_id, name) values ($1, 'Wine cellar') returning id`,
    [sunset],
  );
  expect(await missingNames()).toEqual([{ name: 'Wine cellar', path: `areas/${area?.id}` }]);
  await db.sql(`update public.areas set translations = '{"de": {"name": "Weinkeller"}}' where id = $1`, [
    area?.id,
  ]);
  expect(await missingNames()).toEqual([]);
  await expect(listTexts(other.client, sunset)).rejects.toMatchObject({ code: 'not_found' });
});

test('a place with more texts of a kind than the database returns is told that some are not counted', async () => {
  expect((await listTexts(manager.client, sunset)).isCut).toBe(false);
  await db.sql(
    `insert into public.areas (property_id, name) select $1, 'Corner ' || n from generate_series(1, 1001) n`,
    [sunset],
  );
  const { rows, isCut } = await listTexts(manager.client, sunset);
  expect(isCut).toBe(true);
  expect(rows.filter(({ table }) => table === 'areas').length).toBeGreaterThanOrEqual(1000);
  await db.sql(`delete from public.areas where name like 'Corner %'`);
});

test('the language of the texts is changed by a manager, and not by staff', async () => {
  const language = async () => (await readSettings(owner.client, sunset)).defaultLocale;
  const fillLanguage = async (locale: string) => ({
    place: 'sunset-hotel',
    locale,
    version: (await readSettings(owner.client, sunset)).version,
  });
  const form = await fillLanguage('vi');
  expect(await submitAs(staff, changeLanguageAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await language()).toBe('en');
  expect(await submitAs(manager, changeLanguageAction, form)).toMatchObject({ ok: true, done: 'saved' });
  expect(await language()).toBe('vi');
  expect(await submitAs(manager, changeLanguageAction, await fillLanguage('xx'))).toMatchObject({
    error: 'invalid_request',
  });
  // The form was read before the change.
  expect(await submitAs(manager, changeLanguageAction, { ...form, locale: 'de' })).toMatchObject({
    error: 'conflict',
    reason: 'changed_meanwhile',
    theirs: { locale: 'vi' },
  });
  expect(await language()).toBe('vi');
  expect(await submitAs(other, changeLanguageAction, await fillLanguage('en'))).toMatchObject({
    error: 'not_found',
  });
  await submitAs(manager, changeLanguageAction, await fillLanguage('en'));
});

test('access that a manager saves is what a guest meets, and what contradicts itself is refused with its reason', async () => {
  const pin = await fill('access', { method: 'pin' });
  expect(await submitAs(manager, saveAccessSettingsAction, pin)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({ accessSettings: { verificationMethod: 'pin' } });
  const nothing = await fill('access', { method: 'none' });
  expect(await submitAs(manager, saveAccessSettingsAction, nothing)).toMatchObject({
    error: 'invalid_request',
    reason: 'order_needs_a_method',
    fields: { method: 'order_needs_a_method' },
  });
  expect(await measureLastNames(manager.client, sunset)).toMatchObject({ guests: expect.any(Number) });
});

test('what is said about orders is what a guest reads, and empty says nothing', async () => {
  const form = await fill('orders', { arriveMinutes: '25', paid: 'included' });
  expect(await submitAs(manager, saveOrderSettingsAction, form)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({ property: { ordersArriveMinutes: 25, ordersPaid: 'included' } });
  const silent = await fill('orders', { arriveMinutes: '', paid: '' });
  expect(await submitAs(manager, saveOrderSettingsAction, silent)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({ property: { ordersArriveMinutes: null, ordersPaid: null } });
});

test('the board warns of orders after the minutes that were set, of slow ones before late ones', async () => {
  const wrong = await fill('orders', { slowMinutes: '10', lateMinutes: '10' });
  expect(await submitAs(manager, saveOrderSettingsAction, wrong)).toMatchObject({
    fields: { lateMinutes: 'late_before_slow' },
  });
  const form = await fill('orders', { slowMinutes: '3', lateMinutes: '7' });
  expect(await submitAs(manager, saveOrderSettingsAction, form)).toMatchObject({ ok: true });
  expect((await fill('orders'))['slowMinutes']).toBe('3');
});

test('staff and another owner change nothing, and of two managers the second sees the values of now', async () => {
  const form = await fill('orders', { arriveMinutes: '30' });
  expect(await submitAs(staff, saveOrderSettingsAction, form)).toMatchObject({ error: 'forbidden' });
  expect(await submitAs(other, saveOrderSettingsAction, form)).toMatchObject({ error: 'not_found' });
  expect(await submitAs(owner, saveOrderSettingsAction, form)).toMatchObject({ ok: true });
  const second = { ...form, arriveMinutes: '45' };
  expect(await submitAs(manager, saveOrderSettingsAction, second)).toMatchObject({
    reason: 'changed_meanwhile',
    theirs: { arriveMinutes: '30' },
  });
});

test('closing says how many guests are in house and how many are still to come', async () => {
  const [counted] = await db.sql(
    `select count(*) filter (where status = 'checked_in')::int as "inHouse",
       count(*) filter (where status in ('confirmed', 'pending'))::int as "toCome"
     from public.accom_bookings where property_id = $1`,
    [sunset],
  );
  expect(await countStays(owner.client, sunset)).toEqual(counted);
});

test('only an owner closes a place, also against the table itself, and its codes work again once it is open', async () => {
  const { version } = await readSettings(owner.client, sunset);
  const close = { place: 'sunset-hotel', version, isActive: 'false' };
  expect(await submitAs(manager, setPlaceOpenAction, close)).toMatchObject({ error: 'forbidden' });
  await expect(
    manager.client.query((table) =>
      table.from('accom_properties').update({ is_active: false }).eq('id', sunset).select('id'),
    ),
  ).rejects.toMatchObject({ code: 'forbidden' });

  expect(await submitAs(owner, setPlaceOpenAction, close)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({ ok: false, error: 'room_not_found' });
  const closed = await readSettings(owner.client, sunset);
  const open = { ...close, version: closed.version, isActive: 'true' };
  expect(await submitAs(owner, setPlaceOpenAction, open)).toMatchObject({ ok: true });
  expect(await scan()).toMatchObject({ ok: true });
});
