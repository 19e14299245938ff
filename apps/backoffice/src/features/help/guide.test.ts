import { expect, test } from 'vitest';
import { locales } from '@/i18n/locales';
import { formatGuide } from './format-guide.ts';
import { chapterIds, guides, pictures } from './guide.ts';
import { resolveNames } from './resolve-names.ts';

const other = { file: 'other.md', name: 'Other' };

/** What a guide consists of, without its words. */
function describeGuide(locale: (typeof locales)[number]) {
  return chapterIds.map((id) =>
    guides[locale].chapters[id].parts.map(({ steps = [], picture, text = '' }) => ({
      names: [text, ...steps].map((one) => [...one.matchAll(/\{[\w.]+\}/g)].map(String).sort()),
      picture: picture?.name,
    })),
  );
}

test.each(locales)(
  'every name of a button, a field or a screen in the guide in %s is one of the app',
  (locale) => {
    expect(formatGuide(locale, other)).not.toMatch(/[{}]/);
  },
);

test('the guides have the same parts, pictures and names in both languages', () => {
  expect(describeGuide('vi')).toEqual(describeGuide('en'));
});

test('each picture stands in the guide once', () => {
  const shown = describeGuide('en').flatMap((parts) => parts.flatMap(({ picture }) => picture ?? []));
  expect(shown.sort()).toEqual(Object.keys(pictures).sort());
});

test.each(['{Rooms.nothing}', '{Nothing.add}', '{Room.heading}', '{Account.noPassword}'])(
  '%s is refused as a name',
  (text) => {
    expect(() => resolveNames(`Press ${text}.`, 'en')).toThrow('is not the name of anything');
  },
);
