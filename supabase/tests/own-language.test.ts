import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { insertRow, makeProperty } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpDemoPerson, signUpMember } from './support/people.ts';

const readVersion = '(select updated_at from public.accom_properties where id = $1)';
const call = `select public.change_own_language($1, $2, ${readVersion})`;

/** Every table with translated texts, and its texts by their keys in the translations. */
const translatedTables = {
  accom_properties: `'description', description, 'address', address, 'houseRules', house_rules, 'amenities', amenities`,
  accom_room_types: `'name', name, 'description', description`,
  accom_room_type_seasons: `'name', name`,
  accom_service_categories: `'name', name, 'description', description`,
  accom_service_items: `'name', name, 'description', description`,
  accom_local_deals: `'title', title, 'description', description, 'discount', discount`,
  accom_useful_numbers: `'label', label, 'category', category`,
  areas: `'name', name`,
  pictures: `'alt', alt`,
};

const tables = Object.entries(translatedTables);

type Texts = Record<string, unknown>;

/** What each row of a place says, by its id: in its own texts, or to a guest who reads this language. */
async function readTexts(database: TestDatabase, placeId: string, locale: string | null): Promise<Texts> {
  const read: Texts = {};
  for (const [table, texts] of tables) {
    const rows = await database.sql<{ id: string; texts: unknown }>(
      `select id, case when $2::text is null then jsonb_build_object(${texts})
         else private.in_locale(jsonb_build_object(${texts}), translations, $2) - 'translated' end as texts
       from public.${table} where ${table === 'accom_properties' ? 'id' : 'property_id'} = $1`,
      [placeId, locale],
    );
    for (const row of rows) {
      read[row.id] = row.texts;
    }
  }
  return read;
}

onNativePostgres('the language of a place’s own texts', { seed: true }, (database) => {
  let sunset: string;
  let manager: Person;
  beforeAll(async () => {
    const [row] = await database().sql<{ id: string }>(
      "select id from public.accom_properties where slug = 'sunset-hotel'",
    );
    sunset = row?.id ?? '';
    manager = await signUpDemoPerson(database(), 'manager@example.com');
  });

  const change = (locale: string, person = manager) => queryAs(database(), person, call, [sunset, locale]);

  it('every table with translations is exchanged', async () => {
    const rows = await database().sql<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'translations' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(translatedTables).sort());
  });

  it('guests read the same in both languages after it, and all is as it was once it is changed back', async () => {
    const places = database();
    const own = await readTexts(places, sunset, null);
    const english = await readTexts(places, sunset, 'en');
    const vietnamese = await readTexts(places, sunset, 'vi');
    expect(vietnamese).not.toEqual(english);
    await change('vi');
    const [place] = await places.sql('select default_locale from public.accom_properties where id = $1', [
      sunset,
    ]);
    expect(place).toEqual({ default_locale: 'vi' });
    expect(await readTexts(places, sunset, null)).toEqual(vietnamese);
    expect(await readTexts(places, sunset, 'vi')).toEqual(vietnamese);
    expect(await readTexts(places, sunset, 'en')).toEqual(english);
    await change('en');
    expect(await readTexts(places, sunset, null)).toEqual(own);
    expect(await readTexts(places, sunset, 'vi')).toEqual(vietnamese);
  });

  it('a text without a translation stays as it is, and one in a third language too', async () => {
    const place = await makeProperty(database());
    const translations = { de: { name: '', other: 'x' }, fr: { name: 'Jardin' } };
    const area = await insertRow<{ id: string }>(database(), 'areas', {
      property_id: place.id,
      name: 'Garden',
      translations,
    });
    const person = await signUpMember(database(), place.id, 'manager');
    await queryAs(database(), person, call, [place.id, 'de']);
    const [row] = await database().sql('select name, translations from public.areas where id = $1', [
      area.id,
    ]);
    expect(row).toEqual({ name: 'Garden', translations: { fr: { name: 'Jardin' } } });
  });

  it('the names of the parts with a WiFi of their own change with the other texts', async () => {
    const place = await makeProperty(database(), {
      default_locale: 'en',
      wifi_zones: JSON.stringify([
        { name: 'Garden', network: 'Green', translations: { vi: { name: 'Vườn' } } },
        { name: 'Roof', network: 'Sky', primary: true },
      ]),
    });
    const person = await signUpMember(database(), place.id, 'manager');
    await queryAs(database(), person, call, [place.id, 'vi']);
    const [row] = await database().sql('select wifi_zones from public.accom_properties where id = $1', [
      place.id,
    ]);
    expect(row).toEqual({
      wifi_zones: [
        { name: 'Vườn', network: 'Green', translations: { en: { name: 'Garden' } } },
        { name: 'Roof', network: 'Sky', primary: true, translations: {} },
      ],
    });
  });

  it('a place that somebody changed since it was read keeps its language', async () => {
    const place = await makeProperty(database(), { default_locale: 'en' });
    const person = await signUpMember(database(), place.id, 'manager');
    const refused = queryAs(
      database(),
      person,
      `select public.change_own_language($1, 'de', ${readVersion} - interval '1 second')`,
      [place.id],
    );
    expect(await catchDatabaseError(refused)).toEqual({
      code: 'PT409',
      message: 'conflict',
      detail: { reason: 'changed_meanwhile' },
    });
  });

  it('the language is written by the function alone, and only in its form', async () => {
    const place = await makeProperty(database());
    const person = await signUpMember(database(), place.id, 'owner');
    const written = queryAs(
      database(),
      person,
      "update public.accom_properties set default_locale = 'de' where id = $1",
      [place.id],
    );
    expect(await catchDatabaseError(written)).toMatchObject({ code: '42501' });
    const misspelt = queryAs(database(), person, call, [place.id, 'english']);
    expect(await catchDatabaseError(misspelt)).toMatchObject({ code: '23514' });
  });

  it('staff, and managers of other places, change no language', async () => {
    const place = await makeProperty(database());
    const staff = await signUpMember(database(), place.id, 'staff');
    const refused = queryAs(database(), staff, call, [place.id, 'de']);
    expect(await catchDatabaseError(refused)).toMatchObject({ code: 'PT403' });
    const foreign = queryAs(database(), manager, call, [place.id, 'de']);
    expect(await catchDatabaseError(foreign)).toMatchObject({ code: 'PT404' });
  });
});
