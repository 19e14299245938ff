import { type FormAction, runWithRequest } from '@gudbro/api-kit';
import { signRoleKey } from '@gudbro/supabase-local/keys';
import { createNativeTestDatabase } from '@gudbro/supabase-local/native';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SignedInAccount, signUpAccount } from '@/testing/sign-up-account';
import {
  createPlaceAction,
  finishAction,
  saveCountryAction,
  saveNameAction,
  saveWifiAction,
  skipWifiAction,
} from './actions.ts';
import { addRoomsAction } from './room-actions.ts';
import { addStartersAction } from './start-actions.ts';

// The request in which an action runs, as Next would provide it.
const request = vi.hoisted(() => ({ language: '', cookies: new Map<string, string>() }));

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'accept-language': request.language }),
  cookies: async () => ({
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
}));

let db: TestDatabase;
let owner: SignedInAccount;
let count = 0;

beforeAll(async () => {
  db = await createNativeTestDatabase();
  const settings = {
    BACKOFFICE_URL: 'http://localhost:3001',
    STAYS_URL: 'http://localhost:3000',
    SUPABASE_URL: await db.listen(),
    SUPABASE_PUBLISHABLE_KEY: db.keys.publishableKey,
    SUPABASE_BACKOFFICE_KEY: await signRoleKey({ jwtSecret: db.keys.jwtSecret, role: 'backoffice_api' }),
    CLIENT_SALT: 'long enough to be a salt for addresses',
    DOCUMENT_KEYS: `test:${'A'.repeat(43)}`,
  };
  for (const [name, value] of Object.entries(settings)) {
    vi.stubEnv(name, value);
  }
});

afterAll(() => db.close());

beforeEach(async () => {
  owner = await signUp();
  request.language = 'vi';
  actAs(owner);
});

function signUp(): Promise<SignedInAccount> {
  count += 1;
  return signUpAccount(db, `person-${count}@example.com`);
}

function actAs({ jar }: SignedInAccount): void {
  request.cookies = new Map([...jar.cookies].map(([name, { value }]) => [name, value]));
}

/** Where the form led to, or its error and what is wrong with its fields. */
async function submit(action: FormAction, fields: Record<string, string>): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  const current = { requestId: 'r', socketAddress: '10.0.0.1', nonce: '', pageResponse: {} };
  const outcome: unknown = await runWithRequest(current, () => action(null, form)).catch((thrown) => thrown);
  if (outcome instanceof Error && 'digest' in outcome) {
    return String(outcome.digest).split(';')[2];
  }
  return outcome;
}

async function createPlace(name = `House ${count}`, type = 'hostel'): Promise<string> {
  const path = await submit(createPlaceAction, { name, type });
  expect(path).toMatch(/^\/p\/[a-z0-9-]+\/setup\/country$/);
  return String(path).split('/')[2] ?? '';
}

async function readPlace(slug: string) {
  const [row] = await db.sql('select * from public.accom_properties where slug = $1', [slug]);
  return row ?? {};
}

/** The version as the pages send it: as PostgREST writes it. */
async function readVersion(slug: string): Promise<string> {
  const { version } = await owner.client.query((source) =>
    source.from('accom_properties').select('version:updated_at').eq('slug', slug).single(),
  );
  return version;
}

describe('the first place', () => {
  test('is made by name and type, and guessed by the language of the browser', async () => {
    const slug = await createPlace();
    expect(await readPlace(slug)).toMatchObject({
      type: 'hostel',
      country: 'VN',
      timezone: 'Asia/Ho_Chi_Minh',
      currency: 'VND',
      default_locale: 'vi',
      setup_step: 2,
    });
  });

  test('has no country where the browser tells none', async () => {
    request.language = 'en';
    expect(await readPlace(await createPlace())).toMatchObject({ country: 'ZZ', timezone: 'UTC' });
  });

  test('goes from step to step, and is set up at the end', async () => {
    const place = await createPlace();
    const country = { country: 'PT', timezone: 'Atlantic/Madeira', currency: 'EUR', locale: 'en' };
    const at = (step: string) => `/p/${place}/setup/${step}`;
    const version = await readVersion(place);
    expect(await submit(saveCountryAction, { place, version, ...country })).toBe(at('wifi'));
    expect(
      await submit(saveWifiAction, {
        place,
        version: await readVersion(place),
        network: 'Casa',
        wifiPassword: ' with spaces ',
      }),
    ).toBe(at('rooms'));
    const rooms = { place, ranges: '101–103, D1: 1-4', kind: 'Double room', sleeps: '3' };
    expect(await submit(addRoomsAction, rooms)).toBe(`${at('rooms')}?made=4&there=0`);
    expect(await submit(addStartersAction, { place, rule_quiet: 'on', number_emergency: 'on' })).toBe(
      at('print'),
    );
    expect(await readPlace(place)).toMatchObject({
      timezone: 'Atlantic/Madeira',
      wifi_network: 'Casa',
      wifi_password: ' with spaces ',
      house_rules: ['Quiet hours are from 22:00 to 7:00.'],
      setup_step: 6,
    });
    expect(await submit(finishAction, { place })).toBe(`/p/${place}`);
    expect(await readPlace(place)).toMatchObject({ setup_step: null });
  });

  test('keeps the step that is next when an earlier one is taken again', async () => {
    const place = await createPlace();
    await submit(skipWifiAction, { place });
    expect(await readPlace(place)).toMatchObject({ setup_step: 4 });
    const version = await readVersion(place);
    expect(await submit(saveNameAction, { place, version, name: 'Villa Hai', type: 'villa' })).toBe(
      `/p/${place}/setup/country`,
    );
    expect(await readPlace(place)).toMatchObject({
      setup_step: 4,
      name: 'Villa Hai',
      access_settings: { verification_method: 'none', order_requires_verification: false },
    });
  });

  test.each([
    [saveWifiAction, { network: '', wifiPassword: '' }, { network: 'network_missing' }],
    [saveWifiAction, { network: 'x'.repeat(33), wifiPassword: '' }, { network: 'network_invalid' }],
    [
      saveWifiAction,
      { network: 'Casa', wifiPassword: 'short' },
      { wifiPassword: 'network_password_invalid' },
    ],
    [saveNameAction, { name: ' ', type: 'hotel' }, { name: 'place_name_missing' }],
    [saveNameAction, { name: 'Casa', type: 'castle' }, { type: 'type_missing' }],
  ])('refuses what cannot be saved, and shows what was typed again', async (action, fields, problems) => {
    const place = await createPlace();
    const refused = await submit(action, { place, version: await readVersion(place), ...fields });
    expect(refused).toMatchObject({ ok: false, error: 'invalid_request', fields: problems, values: fields });
  });

  test('the language of the texts changes with them, and the currency stays once there is a price', async () => {
    const place = await createPlace();
    await submit(addStartersAction, { place, rule_smoking: 'on', service_towels: 'on' });
    const save = async (fields: Record<string, string>) =>
      submit(saveCountryAction, {
        place,
        version: await readVersion(place),
        country: 'VN',
        timezone: 'Asia/Ho_Chi_Minh',
        currency: 'VND',
        locale: 'en',
        ...fields,
      });
    expect(await save({ country: 'TH', currency: 'THB' })).toBe(`/p/${place}/setup/wifi`);
    expect(await readPlace(place)).toMatchObject({
      country: 'TH',
      currency: 'THB',
      default_locale: 'en',
      house_rules: ['No smoking in the rooms.'],
      translations: { vi: { houseRules: ['Không hút thuốc trong phòng.'] } },
    });
    await db.sql(
      `update public.accom_service_items set price = 50
      where property_id = (select id from public.accom_properties where slug = $1)`,
      [place],
    );
    const refused = { ok: false, error: 'conflict', reason: 'currency_is_fixed' };
    expect(await save({ currency: 'VND' })).toMatchObject(refused);
    expect(await save({ country: 'VN', currency: 'THB' })).toBe(`/p/${place}/setup/wifi`);
    expect(await readPlace(place)).toMatchObject({ country: 'VN', currency: 'THB' });
  });

  test('refuses a write on a version that somebody else has changed', async () => {
    const place = await createPlace();
    const version = await readVersion(place);
    await db.sql(
      `update public.accom_properties set name = 'Changed', updated_at = now() + interval '1 s' where slug = $1`,
      [place],
    );
    const refused = await submit(saveWifiAction, { place, version, network: 'Casa', wifiPassword: '' });
    expect(refused).toMatchObject({ ok: false, error: 'conflict', values: { network: 'Casa' } });
    expect(await readPlace(place)).toMatchObject({ name: 'Changed', wifi_network: null });
  });
});

test('the first lines are added once, in the language of the place and in all others', async () => {
  const place = await createPlace('Nhà', 'hotel');
  const lines = { place, rule_smoking: 'on', service_towels: 'on', service_iron: 'on', number_police: 'on' };
  await submit(addStartersAction, lines);
  await submit(addStartersAction, lines);
  const id = (await readPlace(place))['id'];
  expect(
    await db.sql(
      `select name, price, translations -> 'de' ->> 'name' as german
      from public.accom_service_items where property_id = $1 order by sort_order`,
      [id],
    ),
  ).toEqual([
    { name: 'Khăn tắm sạch', price: 0, german: 'Frische Handtücher' },
    { name: 'Bàn ủi', price: 0, german: 'Bügeleisen und Brett' },
  ]);
  expect(
    await db.sql('select label, phone, category from public.accom_useful_numbers where property_id = $1', [
      id,
    ]),
  ).toEqual([{ label: 'Công an', phone: '113', category: 'Khẩn cấp' }]);
  expect(await readPlace(place)).toMatchObject({
    house_rules: ['Không hút thuốc trong phòng.'],
    translations: { en: { houseRules: ['No smoking in the rooms.'] } },
  });
});

test('rooms of one kind share its type, and a list that is sent again makes nothing', async () => {
  const place = await createPlace();
  const rooms = { place, ranges: '1-3', kind: 'Phòng đôi', sleeps: '2' };
  await submit(addRoomsAction, rooms);
  expect(await submit(addRoomsAction, rooms)).toContain('?made=0&there=3');
  await submit(addRoomsAction, { ...rooms, ranges: '4' });
  expect(
    await db.sql(
      `select t.name, count(*)::int as rooms from public.accom_rooms r
      join public.accom_room_types t on t.id = r.room_type_id
      join public.accom_properties p on p.id = r.property_id where p.slug = $1 group by t.name`,
      [place],
    ),
  ).toEqual([{ name: 'Phòng đôi', rooms: 4 }]);
});

describe('a place of others', () => {
  const wifi = { network: 'Stolen', wifiPassword: '', version: '2026-11-27T00:00:00+00:00' };

  test('does not exist for a stranger, in any step', async () => {
    const place = await createPlace();
    actAs(await signUp());
    const notFound = { ok: false, error: 'not_found' };
    expect(await submit(saveWifiAction, { place, ...wifi })).toMatchObject(notFound);
    expect(await submit(skipWifiAction, { place })).toMatchObject(notFound);
    expect(await submit(finishAction, { place })).toMatchObject(notFound);
    expect(await submit(addStartersAction, { place, rule_quiet: 'on' })).toMatchObject(notFound);
    expect(await submit(addRoomsAction, { place, ranges: '1', kind: '', sleeps: '2' })).toMatchObject(
      notFound,
    );
  });

  test('is not set up by its staff', async () => {
    const place = await createPlace();
    const staff = await signUp();
    await db.sql(
      `insert into public.property_members (property_id, account_id, role)
      select id, $2, 'staff' from public.accom_properties where slug = $1`,
      [place, staff.accountId],
    );
    actAs(staff);
    expect(await submit(saveWifiAction, { place, ...wifi })).toMatchObject({ ok: false, error: 'forbidden' });
    expect(await readPlace(place)).toMatchObject({ wifi_network: null });
  });

  test('nobody makes one without a session', async () => {
    request.cookies = new Map();
    const refused = await submit(createPlaceAction, { name: 'House', type: 'hotel' });
    expect(refused).toMatchObject({ ok: false, error: 'session_expired' });
  });
});

test('the next step is known until the last one is done', async () => {
  const place = await createPlace();
  expect(await readPlace(place)).toMatchObject({ setup_step: 2 });
  await submit(finishAction, { place });
  expect(await readPlace(place)).toMatchObject({ setup_step: null });
});
