import {
  accessSettingsSchema,
  defaultAccessSettings,
  propertyTypes,
  translationsSchema,
  verificationMethodFor,
  verificationMethods,
  wifiZonesSchema,
} from '@gudbro/domain';
import { describe, expect, it } from 'vitest';
import { accessSettingsValues, wifiZonesValues } from './support/json-shapes.ts';
import { makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
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

onNativePostgres('the same rules in SQL and in TypeScript', {}, (database) => {
  describe.each(shapes)('the shape of $column', ({ column, check, schema, values }) => {
    it.each([...values])(`SQL and zod agree on ${column} with $what`, async ({ value, isValid }) => {
      const [row] = await database().sql(`select private.${check}(($1::jsonb) -> 'value') as fits`, [
        { value },
      ]);
      expect({ sql: row?.['fits'], zod: schema.safeParse(value).success }).toEqual({
        sql: isValid,
        zod: isValid,
      });
    });
  });

  it.each([
    'accom_properties',
    'accom_room_types',
    'accom_room_type_seasons',
    'accom_service_categories',
    'accom_service_items',
    'accom_local_deals',
    'accom_useful_numbers',
    'areas',
  ])('table %s has the check constraint on translations', async (table) => {
    const [row] = await database().sql(
      `select count(*)::integer as count from pg_catalog.pg_constraint
       where conrelid = $1::regclass and pg_get_constraintdef(oid) = 'CHECK (private.is_translations(translations))'`,
      [`public.${table}`],
    );
    expect(row).toEqual({ count: 1 });
  });

  it('SQL and TypeScript find the same verification method for every setting, in private rooms and dorms', async () => {
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

  it.each(
    propertyTypes.flatMap((type) =>
      ['VN', 'ES', 'JP', 'ID', 'US', 'ZZ'].map((country) => ({ type, country })),
    ),
  )(
    'a $type in $country has the same default settings in SQL and in TypeScript',
    async ({ type, country }) => {
      const { access_settings } = await makeProperty(database(), { type, country });
      expect(access_settings).toEqual(defaultAccessSettings(type, country));
    },
  );
});
