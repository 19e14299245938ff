import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeClient, resolveRoom } from './support/guest-calls.ts';
import { makeCategory, makeItem } from './support/make-content.ts';
import { makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUp, signUpMember } from './support/people.ts';

onNativePostgres('an item that is sold out', {}, (database) => {
  let property: Property;
  let room: Room;
  let itemId: string;
  let staff: Person;
  beforeAll(async () => {
    property = await makeProperty(database(), { timezone: 'Asia/Ho_Chi_Minh' });
    room = await makeRoom(database(), property);
    ({ id: itemId } = await makeItem(database(), await makeCategory(database(), property)));
    staff = await signUpMember(database(), property.id, 'staff');
  });

  const setSoldOut = (person: Person, isSoldOut: boolean, until: string | null = null) =>
    queryAs(
      database(),
      person,
      `select public.set_item_sold_out($1, $2, (now() + $3::interval) at time zone 'Asia/Ho_Chi_Minh')`,
      [itemId, isSoldOut, until],
    );
  const readItem = async () => {
    const { services } = await resolveRoom(database(), room.room_code, makeClient(), true);
    const { categories } = services as { categories: { items: Record<string, unknown>[] }[] };
    const { soldOut, soldOutUntil, availableNow } = categories[0]?.items[0] ?? {};
    return { soldOut, soldOutUntil, availableNow };
  };
  const available = { soldOut: false, soldOutUntil: null, availableNow: true };

  it('staff marks it with one call, guests see it at once, and the same call takes it back', async () => {
    expect(await readItem()).toEqual(available);
    await setSoldOut(staff, true);
    expect(await readItem()).toEqual({ soldOut: true, soldOutUntil: null, availableNow: false });
    await setSoldOut(staff, false);
    expect(await readItem()).toEqual(available);
  });

  it('until a time: guests see which, by the property’s clock, and it is available again by itself', async () => {
    await setSoldOut(staff, true, '2 days');
    const [expected] = await database().sql<{ time: string; date: string }>(
      `select to_char(day, 'HH24:MI') as time, to_char(day, 'YYYY-MM-DD') as date
       from (select sold_out_until at time zone 'Asia/Ho_Chi_Minh' as day from public.accom_service_items where id = $1) i`,
      [itemId],
    );
    expect(await readItem()).toEqual({ soldOut: true, soldOutUntil: expected, availableNow: false });
    await database().sql(
      `update public.accom_service_items set sold_out_until = now() - interval '1 second' where id = $1`,
      [itemId],
    );
    expect(await readItem()).toEqual(available);
  });

  it.each(['-1 minutes', '61 days'])('not until %s from now', async (until) => {
    const refusal = await catchDatabaseError(setSoldOut(staff, true, until));
    expect(refusal).toMatchObject({ code: 'PT400', detail: { reason: 'time_is_not_ahead' } });
  });

  it('staff changes nothing else of it, and nobody from elsewhere marks it', async () => {
    const change = `update public.accom_service_items set is_sold_out = true, price = 1 where id = $1 returning id`;
    expect(await queryAs(database(), staff, change, [itemId])).toEqual([]);
    const elsewhere = await makeProperty(database());
    for (const person of [
      await signUpMember(database(), elsewhere.id, 'owner'),
      await signUp(database(), `${crypto.randomUUID()}@example.com`),
    ]) {
      expect((await catchDatabaseError(setSoldOut(person, true))).code).toBe('PT404');
    }
    const anon = await catchDatabaseError(setSoldOut({ role: 'anon', claims: {} }, true));
    expect(anon.code).toBe('42501');
    expect(await readItem()).toEqual(available);
  });
});
