import { expect, it } from 'vitest';
import { onNativePostgres } from './support/on-each-engine.ts';

onNativePostgres('private.in_locale', {}, (database) => {
  const texts = { name: 'Tea', houseRules: ['Quiet.'], discount: null };
  it.each([
    ['a translated text replaces the own one', { vi: { name: 'Trà' } }, 'vi', { name: 'Trà' }],
    [
      'a translated list replaces the own one',
      { vi: { houseRules: ['Yên lặng.', 'Hai'] } },
      'vi',
      { houseRules: ['Yên lặng.', 'Hai'] },
    ],
    ['a translation into another language is not used', { vi: { name: 'Trà' } }, 'fr', {}],
    ['a regional language falls back to its language', { pt: { name: 'Chá' } }, 'pt-BR', { name: 'Chá' }],
    [
      'each text is taken from the regional language first and from its language second',
      { pt: { name: 'Chá', houseRules: ['Silêncio.'] }, 'pt-BR': { name: 'Chazinho' } },
      'pt-BR',
      { name: 'Chazinho', houseRules: ['Silêncio.'] },
    ],
    ['a translation for another region is not used', { 'pt-BR': { name: 'Chazinho' } }, 'pt-PT', {}],
    ['an empty translation counts as none', { vi: { name: '', houseRules: [] } }, 'vi', {}],
    ['a list in place of a text is not used', { vi: { name: ['Trà'] } }, 'vi', {}],
    ['a text in place of a list is not used', { vi: { houseRules: 'Yên lặng.' } }, 'vi', {}],
    [
      'a translation adds no key that the own texts lack or have as null',
      { vi: { discount: '10 %', id: 'x', phone: '113' } },
      'vi',
      {},
    ],
    ['texts without translations stay as they are', {}, 'vi', {}],
    ['without a locale the own texts are read', { vi: { name: 'Trà' } }, null, {}],
  ])('%s', async (_, translations, locale, changes) => {
    const [row] = await database().sql('select private.in_locale($1::jsonb, $2::jsonb, $3) as read', [
      texts,
      translations,
      locale,
    ]);
    // `translated` lists the translated texts, so that a page can mark the language of the others.
    const keys = Object.keys(changes).sort();
    const translated = keys.length > 0 ? { translated: keys } : {};
    expect(row).toEqual({ read: { ...texts, ...changes, ...translated } });
  });
});
