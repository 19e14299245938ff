import {
  accessSettingsSchema,
  defaultAccessSettings,
  findSettingsConflict,
  propertyTypes,
  translationsSchema,
  verificationMethodFor,
  verificationMethods,
  wifiZonesSchema,
} from '@gudbro/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessSettingsValues, impossibleSettings, wifiZonesValues } from './support/json-shapes.ts';
import { makeProperty, type Property } from './support/make-place.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { ask, type Person, signUpMember } from './support/people.ts';
import { readRefusal, refusalOf } from './support/refusal.ts';
import { translationsValues } from './support/translation-shapes.ts';

const shapes = [
  {
    column: 'access_settings',
    check: 'is_access_settings',
    schema: accessSettingsSchema,
    values: accessSettingsValues,
  },
  { column: 'wifi_zones', check: 'is_wifi_zones', schema: wifiZonesSchema, values: wifiZonesValues },
  {
    column: 'translations',
    check: 'is_translations',
    schema: translationsSchema,
    values: translationsValues,
  },
] as const;

onEachEngine('a property’s settings', {}, (database) => {
  let property: Property;
  let manager: Person;
  const change = (column: string, value: unknown) =>
    ask(database(), manager, `update public.accom_properties set ${column} = $2 where id = $1 returning id`, [
      property.id,
      value,
    ]);
  const isTaken = async (column: string, value: unknown) => {
    try {
      await change(column, value);
      return true;
    } catch (error) {
      const { code } = readRefusal(error);
      if (code === '23514' || code === 'PT400') return false;
      throw error;
    }
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
  });

  describe.each(shapes)('in $column are judged alike by SQL and by zod:', ({ check, schema, values }) => {
    it.each([...values])('$what', async ({ value, good }) => {
      const [row] = await database().sql(`select private.${check}(($1::jsonb) -> 'value') as fits`, [
        { value },
      ]);
      expect({ sql: row?.['fits'], zod: schema.safeParse(value).success }).toEqual({ sql: good, zod: good });
    });
  });

  it.each(accessSettingsValues.filter(({ value }) => typeof value === 'object' && value !== null))(
    'are taken by the table when they are good, refused when not: $what',
    async ({ value, good }) => {
      expect(await isTaken('access_settings', value)).toBe(good);
    },
  );

  it.each([
    'accom_properties',
    'accom_service_categories',
    'accom_service_items',
    'accom_local_deals',
    'accom_useful_numbers',
    'areas',
  ])('refuse a translation out of shape in %s, where there is a column for it', async (table) => {
    const [row] = await database().sql(
      `select count(*)::integer as count from pg_catalog.pg_constraint
       where conrelid = $1::regclass and pg_get_constraintdef(oid) = 'CHECK (private.is_translations(translations))'`,
      [`public.${table}`],
    );
    expect(row).toEqual({ count: 1 });
  });

  it.each(impossibleSettings)(
    'are refused with the reason $reason, in SQL and in the form',
    async ({ reason, value }) => {
      expect(await refusalOf(change('access_settings', value))).toEqual({
        code: 'PT400',
        message: 'invalid_request',
        detail: { reason },
      });
      expect(findSettingsConflict(accessSettingsSchema.parse(value))).toBe(reason);
    },
  );

  it('ask guests the same question in SQL and in TypeScript, in every room and setting', async () => {
    const settings = verificationMethods.flatMap((verification_method) =>
      [true, false].flatMap((order_requires_verification) =>
        [true, false].map((browse_requires_verification) => ({
          ...defaultAccessSettings('hotel', 'VN'),
          verification_method,
          order_requires_verification,
          browse_requires_verification,
        })),
      ),
    );
    for (const beds of [[], ['1', '2']]) {
      for (const setting of settings) {
        const [row] = await database().sql(
          'select private.effective_method($1::jsonb, $2::text[]) as method',
          [setting, beds],
        );
        expect(row, JSON.stringify({ setting, beds })).toEqual({
          method: verificationMethodFor(setting, beds),
        });
      }
    }
  });

  it.each(propertyTypes.flatMap((type) => ['VN', 'ES', 'IT'].map((country) => ({ type, country }))))(
    'begin with the same defaults in SQL and in TypeScript: $type in $country',
    async ({ type, country }) => {
      const { access_settings } = await makeProperty(database(), { type, country });
      expect(access_settings).toEqual(defaultAccessSettings(type, country));
    },
  );

  it.each([
    'Asia/Ho_Chi_Minh',
    'Pacific/Kiritimati',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+12',
    'UTC',
  ])('take the time zone %s', async (timezone) => {
    expect(await isTaken('timezone', timezone)).toBe(true);
  });

  it.each([
    'Mars/Olympus',
    'Foo/Bar+5',
    'Foo/Bar5',
    'XYZ+5',
    '+07',
    'Etc/GMT+15',
    'Etc/GMT+99',
    'posix/Asia/Tokyo',
    'right/Asia/Tokyo',
    'Asia/Ho_Chi_Minh\n',
    '../etc/passwd',
    '',
  ])('refuse a time zone that is none: %j', async (timezone) => {
    expect(await refusalOf(change('timezone', timezone))).toEqual({
      code: 'PT400',
      message: 'invalid_request',
      detail: { reason: 'unknown_timezone' },
    });
  });

  it.each([
    ['slug', 'stay'],
    ['slug', 'Sunset'],
    ['slug', 'a--b'],
    ['slug', '../x'],
    ['short_code', 'sun'],
    ['country', 'Vietnam'],
    ['currency', 'vnd'],
    ['default_locale', 'english'],
    ['wifi_network', ''],
    ['wifi_password', 'short'],
    ['house_rules', [null]],
    ['images', ['https://pictures.example/house.webp']],
    ['document_retention_days', -1],
    ['name', ''],
  ])('refuse %s = %j', async (column, value) => {
    expect(await isTaken(column, value)).toBe(false);
  });
});
