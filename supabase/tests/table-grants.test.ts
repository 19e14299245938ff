import { beforeAll, describe, expect, it } from 'vitest';
import { meetActors, type PersonOf } from './support/actors.ts';
import { catchDatabaseError } from './support/database-error.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { queryAs, serviceRole } from './support/people.ts';
import { reachOf } from './support/reach-of.ts';
import { actors, operations, type Reach, tableGrants } from './support/table-grants.ts';

onEachEngine('table grants', { seed: true }, (database) => {
  let personOf: PersonOf;
  beforeAll(async () => {
    personOf = await meetActors(database());
  });

  it('the list of table grants names every table and view of the schema', async () => {
    const tables = await database().sql<{ name: string }>(
      `select relname as name from pg_catalog.pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(tableGrants).sort());
  });

  describe.each(Object.entries(tableGrants))('table %s', (table, { statements, reach }) => {
    it.each(actors)(`%s has exactly the listed rights on ${table}`, async (actor) => {
      const expected =
        actor === 'anon' || actor === 'guest_api' || actor === 'backoffice_api' || actor === 'jobs_api'
          ? ['refused', 'refused', 'refused', 'refused']
          : reach[actor === 'stranger' ? 'other owner' : actor];
      const found: Reach[] = [];
      for (const operation of operations) {
        found.push(await reachOf(database(), personOf(actor), statements[operation]));
      }
      expect(found).toEqual(expected);
    });
  });

  it('every table has row level security', async () => {
    const open = await database().sql(
      `select relname from pg_catalog.pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
    );
    expect(open).toEqual([]);
  });

  it('every foreign key between rows of properties includes the property', async () => {
    const loose = await database().sql(
      `with belonging as (
         select attrelid, attnum from pg_catalog.pg_attribute
         where attname = 'property_id' and attrelid in (select oid from pg_catalog.pg_class where relkind = 'r')
       )
       select c.conname from pg_catalog.pg_constraint c
       join belonging child on child.attrelid = c.conrelid
       join belonging parent on parent.attrelid = c.confrelid
       where c.contype = 'f' and not (child.attnum = any (c.conkey) and parent.attnum = any (c.confkey))`,
    );
    expect(loose).toEqual([]);
  });

  it.each([
    ['read the hash of a PIN', 'select pin_hash from public.accom_bookings'],
    ['read the hash of an invitation', 'select secret_hash from public.invitations'],
    ['change a room code', `update public.accom_rooms set room_code = 'RM-AAAAAAAA'`],
    ['sort one room alone', 'update public.accom_rooms set sort_order = 1'],
    ['change the property of a room type', 'update public.accom_room_types set property_id = null'],
    ['move a season to another type', 'update public.accom_room_type_seasons set room_type_id = null'],
    ['change the property of a room', 'update public.accom_rooms set property_id = private_demo.sunset_id()'],
    ['change the sign-in of an account', 'update public.accounts set auth_id = null'],
    ['change the address of an account', `update public.accounts set email = 'owner@example.com'`],
    ['change the owner of a property', 'update public.accom_properties set owner_id = null'],
    ['change the role of a membership', `update public.property_members set role = 'staff'`],
    ['change the switches of a membership', 'update public.property_members set sees_money = true'],
    ['change the account of a membership', 'update public.property_members set account_id = null'],
    ['change the offer id of a room', 'update public.accom_rooms set offer_id = gen_random_uuid()'],
    ['change the property of a category', 'update public.accom_service_categories set property_id = null'],
    ['change the property of an item', 'update public.accom_service_items set property_id = null'],
    ['change the property of a deal', 'update public.accom_local_deals set property_id = null'],
    ['change the property of a number', 'update public.accom_useful_numbers set property_id = null'],
    ['change the property of an area', 'update public.areas set property_id = null'],
    [
      'choose the code of a new room',
      `insert into public.accom_rooms (property_id, room_number, room_code)
       values (private_demo.sunset_id(), '1', 'RM-AAAAAAAA')`,
    ],
  ])('an owner cannot %s', async (_, statement) => {
    const refusal = await catchDatabaseError(queryAs(database(), personOf('owner'), statement));
    expect(refusal.code).toBe('42501');
  });

  it('service_role can write rows that checks and triggers look at', async () => {
    await queryAs(
      database(),
      serviceRole,
      `update public.accom_properties set access_settings = access_settings || '{"documents": "off"}', timezone = 'UTC'
       where slug = 'beach-view'`,
    );
    const [row] = await queryAs(
      database(),
      serviceRole,
      `update public.accom_rooms set beds = '{a,b}' where room_code = 'RM-EMPTY234' returning beds`,
    );
    expect(row).toEqual({ beds: ['a', 'b'] });
  });
});
