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

  it.each(['/demo/pho.svg', '/pictures/0f/pho-1_2.webp', '/pho.png', '/pho.jpg', '/pho.jpeg', null])(
    'may show a picture of our own address: %j',
    async (image) => {
      expect((await makeDish({ image }))['image']).toBe(image);
      const images = image === null ? [] : [image, image];
      expect((await makeProperty(database(), { images }))['images']).toEqual(images);
    },
  );

  it.each([
    '',
    'pho.webp',
    'https://pictures.example/pho.webp',
    'http://pictures.example/pho.webp',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg>',
    '//pictures.example/pho.webp',
    '/\\pictures.example/pho.webp',
    '/demo/../pho.webp',
    '/demo/pho.webp?again',
    '/demo/pho.webp\n',
    '/demo/.webp',
    '/session/WAKE-UP23',
    '/stay/room/RM-BEACH234/wifi/0.mobileconfig',
    `/${'x'.repeat(200)}.webp`,
  ])('shows no picture from where none should come: %j', async (image) => {
    expect(await refusalOf(makeDish({ image }))).toMatchObject(refused);
    expect(await refusalOf(makeProperty(database(), { images: ['/demo/pho.svg', image] }))).toMatchObject(
      refused,
    );
  });

  it('shows twenty pictures of a house, and each is one', async () => {
    const images = Array.from({ length: 20 }, (_, index) => `/pictures/${index}.webp`);
    await makeProperty(database(), { images });
    for (const wrong of [[...images, '/pictures/20.webp'], [null]]) {
      expect(await refusalOf(makeProperty(database(), { images: wrong }))).toMatchObject(refused);
    }
  });

  it.each([
    'https://kayak.example',
    'https://kayak.example:8443/tours?a=b#c',
    'https://café.example/été',
    'https://kayak.example/a@b:c',
  ])('may lead to a partner: %s', async (link) => {
    expect(URL.canParse(link)).toBe(true);
    expect((await makeDeal(database(), property, { link }))['link']).toBe(link);
  });

  it.each([
    'https://',
    'https://[',
    'https://kayak.example:abc/',
    'https://kayak.example:99999/',
    'https://%/',
    'https://bank.example@kayak.example/',
    'https://kayak.example/\u0001',
    'https:///kayak.example',
    'https://\\kayak.example',
    'http://kayak.example',
    'javascript:alert(1)//https://kayak.example',
  ])('leads to no address that is none, or hides where it leads: %j', async (link) => {
    expect(await refusalOf(makeDeal(database(), property, { link }))).toMatchObject(refused);
  });

  it.each(['infinity', '-infinity', '12000-01-01'])('does not hold until %s', async (day) => {
    for (const column of ['valid_from', 'valid_until']) {
      expect(await refusalOf(makeDeal(database(), property, { [column]: day }))).toMatchObject(refused);
    }
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
    const answer = await getStayContent(database(), scanOf(room), 'property');
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
    expect(await getStayContent(database(), { propertyId: place.id, bookingId: id }, 'services')).toEqual({
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
        expect(await getStayContent(database(), scanOf(room), 'property')).toMatchObject({ ok: true });
      }
      await database().sql("update public.accom_rooms set room_code = 'RM-NEWNEWNE' where id = $1", [
        replaced.id,
      ]);
      await database().sql('update public.accom_rooms set is_active = false where id = $1', [closed.id]);
      for (const room of [replaced, closed]) {
        expect(await getStayContent(database(), scanOf(room), 'property')).toEqual(session);
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
      for (const subject of forged)
        expect(await getStayContent(database(), subject, 'deals')).toEqual(session);
    });
  });
});
