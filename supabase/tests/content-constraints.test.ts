import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeCategory, makeDeal, makeItem } from './support/make-content.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';

const refused = { code: '23514' };

onEachEngine('constraints on what owners write for guests', { seed: true }, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeProperty(database());
  });
  const makeDish = async (columns: Record<string, unknown>) =>
    makeItem(database(), await makeCategory(database(), property), columns);

  it.each(['/demo/pho.svg', '/shop/0f/pho-1_2.webp', '/pho.png', '/pho.jpg', '/pho.jpeg', null])(
    'an item and a property accept %j as an image',
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
  ])('an item and a property refuse %j as an image', async (image) => {
    expect(await catchDatabaseError(makeDish({ image }))).toMatchObject(refused);
    expect(
      await catchDatabaseError(makeProperty(database(), { images: ['/demo/pho.svg', image] })),
    ).toMatchObject(refused);
  });

  it('a property has at most twenty images, none of them null', async () => {
    const images = Array.from({ length: 20 }, (_, index) => `/shop/${index}.webp`);
    await makeProperty(database(), { images });
    for (const wrong of [[...images, '/shop/20.webp'], [null]]) {
      expect(await catchDatabaseError(makeProperty(database(), { images: wrong }))).toMatchObject(refused);
    }
  });

  it.each([
    'https://kayak.example',
    'https://kayak.example:8443/tours?a=b#c',
    'https://café.example/été',
    'https://kayak.example/a@b:c',
  ])('a deal accepts the link %s', async (link) => {
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
  ])('a deal refuses the link %j', async (link) => {
    expect(await catchDatabaseError(makeDeal(database(), property, { link }))).toMatchObject(refused);
  });

  it.each(['infinity', '-infinity', '12000-01-01'])(
    'a deal refuses %s as its first or last day',
    async (day) => {
      for (const column of ['valid_from', 'valid_until']) {
        expect(await catchDatabaseError(makeDeal(database(), property, { [column]: day }))).toMatchObject(
          refused,
        );
      }
    },
  );

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
  ])('%s is limited in length', async (_, write, longest) => {
    await write('x'.repeat(longest));
    expect(await catchDatabaseError(write('x'.repeat(longest + 1)))).toMatchObject(refused);
  });

  it('the discount of a deal may be null but not empty', async () => {
    await makeDeal(database(), property, { discount: null });
    expect(await catchDatabaseError(makeDeal(database(), property, { discount: '' }))).toMatchObject(refused);
  });

  it('every constraint of the schema is validated', async () => {
    const loose = await database().sql('select conname from pg_catalog.pg_constraint where not convalidated');
    expect(loose).toEqual([]);
  });
});
