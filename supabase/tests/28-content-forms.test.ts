import { beforeAll, describe, expect, it } from 'vitest';
import { getStayContent, resolveRoom } from './support/guest-calls.ts';
import { makeCategory, makeDeal, makeItem } from './support/make-content.ts';
import { makeBooking, makeProperty, makeRoom, type Property, scanOf } from './support/make-place.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { refusalOf } from './support/refusal.ts';

const refused = { code: '23514' };

onEachEngine('what an owner writes for guests', { seed: true }, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeProperty(database());
  });
  const makeDish = async (columns: Record<string, unknown>) =>
    makeItem(database(), await makeCategory(database(), property), columns);

  it.each([
    'https://pictures.example/pho.webp',
    'https://pictures.example',
    '/demo/pho.svg',
    `/${'x'.repeat(499)}`,
    null,
  ])('may show a picture: %j', async (image) => {
    expect((await makeDish({ image }))['image']).toBe(image);
  });

  it.each([
    '',
    'pho.webp',
    'http://pictures.example/pho.webp',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg>',
    '//pictures.example/pho.webp',
    '/\\pictures.example/pho.webp',
    'https:///pho.webp',
    'https://pictures.example/p ho.webp',
    'https://pictures.example/\npho.webp',
    `/${'x'.repeat(500)}`,
  ])('shows no picture from where none should come: %j', async (image) => {
    expect(await refusalOf(makeDish({ image }))).toMatchObject(refused);
  });

  it.each([
    ['an item’s description', (text: string) => makeDish({ description: text }), 2000],
    [
      'a category’s description',
      (text: string) => makeCategory(database(), property, { description: text }),
      2000,
    ],
    ['a category’s icon', (text: string) => makeCategory(database(), property, { icon: text }), 60],
    ['a deal’s description', (text: string) => makeDeal(database(), property, { description: text }), 2000],
    ['a deal’s discount', (text: string) => makeDeal(database(), property, { discount: text }), 80],
  ])('is no longer than it is read: %s', async (_, write, longest) => {
    await write('x'.repeat(longest));
    expect(await refusalOf(write('x'.repeat(longest + 1)))).toMatchObject(refused);
  });

  it('gives a discount, or none, but not an empty one', async () => {
    await makeDeal(database(), property, { discount: null });
    expect(await refusalOf(makeDeal(database(), property, { discount: '' }))).toMatchObject(refused);
  });

  it('was looked at, every row there is', async () => {
    const loose = await database().sql('select conname from pg_catalog.pg_constraint where not convalidated');
    expect(loose).toEqual([]);
  });
});

onEachEngine('a browse token that reads piece by piece', {}, (database) => {
  const session = { ok: false, error: 'session_expired' };

  it.each([
    ['a private room', {}, 'room_number'],
    ['a dorm, where a name is asked at least', { beds: ['1', '2'] }, 'last_name'],
  ])('is told the method of its own room, as the scan is: %s', async (_, columns, method) => {
    const settings = { browse_requires_verification: true, verification_method: 'room_number' };
    const place = await makeProperty(database(), {}, settings);
    const room = await makeRoom(database(), place, columns);
    const answer = await getStayContent(database(), scanOf(room));
    expect(answer).toEqual({ ok: false, error: 'verification_required', method });
    expect(await resolveRoom(database(), room.room_code)).toMatchObject(answer);
  });

  it('is told the same when it has only asked for a bed there', async () => {
    const place = await makeProperty(
      database(),
      {},
      { browse_requires_verification: true, verification_method: 'room_number' },
    );
    const room = await makeRoom(database(), place, { beds: ['1'] });
    const { id } = await makeBooking(database(), room, { bed: '1', status: 'pending' });
    expect(await getStayContent(database(), { propertyId: place.id, bookingId: id })).toEqual({
      ok: false,
      error: 'verification_required',
      method: 'last_name',
    });
  });

  describe('reads no more', () => {
    it('once its room’s code was replaced, or the room was closed', async () => {
      const place = await makeProperty(database());
      const [replaced, closed] = [await makeRoom(database(), place), await makeRoom(database(), place)];
      for (const room of [replaced, closed]) {
        expect(await getStayContent(database(), scanOf(room))).toMatchObject({ ok: true });
      }
      await database().sql("update public.accom_rooms set room_code = 'RM-NEWNEWNE' where id = $1", [
        replaced.id,
      ]);
      await database().sql('update public.accom_rooms set is_active = false where id = $1', [closed.id]);
      for (const room of [replaced, closed]) {
        expect(await getStayContent(database(), scanOf(room))).toEqual(session);
      }
    });

    it('in another place than its own, nor without a room', async () => {
      const room = await makeRoom(database(), await makeProperty(database()));
      const elsewhere = await makeProperty(database());
      const forged = [
        { ...scanOf(room), propertyId: elsewhere.id },
        { propertyId: elsewhere.id },
        { roomCode: room.room_code },
      ];
      for (const subject of forged) expect(await getStayContent(database(), subject)).toEqual(session);
    });
  });
});
