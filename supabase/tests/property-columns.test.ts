import { accessSettingsSchema, findSettingsConflict } from '@gudbro/domain';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError, parseDatabaseError } from './support/database-error.ts';
import { accessSettingsValues, impossibleSettings } from './support/json-shapes.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

onNativePostgres('the columns of a property', {}, (database) => {
  let property: Property;
  let manager: Person;
  const change = (column: string, value: unknown) =>
    queryAs(
      database(),
      manager,
      `update public.accom_properties set ${column} = $2 where id = $1 returning id`,
      [property.id, value],
    );
  const isTaken = async (column: string, value: unknown) => {
    try {
      await change(column, value);
      return true;
    } catch (error) {
      const { code } = parseDatabaseError(error);
      if (code === '23514' || code === 'PT400') return false;
      throw error;
    }
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
  });

  it.each(accessSettingsValues.filter(({ value }) => typeof value === 'object' && value !== null))(
    'the table takes access settings only if their shape is valid: $what',
    async ({ value, isValid }) => {
      expect(await isTaken('access_settings', value)).toBe(isValid);
    },
  );

  it.each(impossibleSettings)(
    'access settings that contradict themselves are refused with $reason in SQL and in TypeScript',
    async ({ reason, value }) => {
      expect(await catchDatabaseError(change('access_settings', value))).toEqual({
        code: 'PT400',
        message: 'invalid_request',
        detail: { reason },
      });
      expect(findSettingsConflict(accessSettingsSchema.parse(value))).toBe(reason);
    },
  );

  it.each([
    'Asia/Ho_Chi_Minh',
    'Pacific/Kiritimati',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+12',
    'UTC',
  ])('a property accepts the time zone %s', async (timezone) => {
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
  ])('a property refuses the time zone %j', async (timezone) => {
    expect(await catchDatabaseError(change('timezone', timezone))).toEqual({
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
    ['wifi_network', ''],
    ['wifi_password', 'short'],
    ['house_rules', [null]],
    ['images', ['https://pictures.example/house.webp']],
    ['document_retention_days', -1],
    ['document_fields', ['surname', 'shoeSize']],
    ['document_image_reason', '   short   '],
    ['name', ''],
  ])('a property refuses %s = %j', async (column, value) => {
    expect(await isTaken(column, value)).toBe(false);
  });
});
