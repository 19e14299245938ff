import { expect, test } from 'vitest';
import { addRules } from './add-rules.ts';

const quiet = { text: 'Giờ yên tĩnh', translations: { en: 'Quiet', de: 'Ruhe' } };
const smoking = { text: 'Không hút thuốc', translations: { en: 'No smoking', de: 'Kein Rauch' } };

test('a place without rules gets them in every language', () => {
  expect(addRules({ houseRules: [], translations: {} }, [quiet, smoking])).toEqual({
    house_rules: ['Giờ yên tĩnh', 'Không hút thuốc'],
    translations: {
      en: { houseRules: ['Quiet', 'No smoking'] },
      de: { houseRules: ['Ruhe', 'Kein Rauch'] },
    },
  });
});

test('a rule that is there already is not added again', () => {
  const place = { houseRules: ['Giờ yên tĩnh'], translations: { en: { houseRules: ['Quiet'] } } };
  expect(addRules(place, [quiet])).toEqual({
    house_rules: place.houseRules,
    translations: place.translations,
  });
});

test('a language that lacks the owner’s own rules gets no list, which would hide them', () => {
  const place = {
    houseRules: ['Cổng đóng lúc 23:00'],
    translations: {
      en: { houseRules: ['The gate closes at 23:00'], description: 'A house' },
      de: { description: 'Ein Haus' },
    },
  };
  expect(addRules(place, [quiet]).translations).toEqual({
    en: { houseRules: ['The gate closes at 23:00', 'Quiet'], description: 'A house' },
    de: { description: 'Ein Haus' },
  });
});
