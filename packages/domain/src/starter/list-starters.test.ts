import { expect, test } from 'vitest';
import { propertyTypes } from '../default-access-settings.ts';
import { localeNames } from '../locales.ts';
import { listStarters } from './list-starters.ts';
import { starterTexts } from './starter-texts.ts';

test('a hostel in Vietnam starts in Vietnamese, with the numbers of Vietnam, readable in every language', () => {
  const starters = listStarters({ type: 'hostel', country: 'VN', locale: 'vi' });
  expect(starters.rules.map(({ key }) => key)).toEqual([
    'quiet',
    'smoking',
    'dorm',
    'kitchen',
    'visitors',
    'register',
  ]);
  expect(starters.rules[0]?.text).toBe('Giờ yên tĩnh từ 22:00 đến 7:00.');
  expect(starters.rules[0]?.translations.en).toBe('Quiet hours are from 22:00 to 7:00.');
  expect(starters.numbers.map(({ text, phone }) => [text, phone])).toEqual([
    ['Công an', '113'],
    ['Cấp cứu', '115'],
    ['Cứu hỏa', '114'],
  ]);
});

test('a country that nobody has looked up has no numbers and no rule about registering', () => {
  const starters = listStarters({ type: 'villa', country: 'ZZ', locale: 'pt' });
  expect(starters.numbers).toEqual([]);
  expect(starters.rules.map(({ key }) => key)).not.toContain('register');
  expect(starters.category.text).toBe('For your room');
});

test.each(propertyTypes)('a %s starts with rules and services', (type) => {
  const { rules, services } = listStarters({ type, country: 'JP', locale: 'ja' });
  expect(rules.length).toBeGreaterThanOrEqual(4);
  expect(services.length).toBeGreaterThanOrEqual(3);
});

test('no language repeats a text of another one by mistake', () => {
  const quiet = Object.keys(localeNames).map(
    (locale) => starterTexts[locale as keyof typeof localeNames].rules.quiet,
  );
  expect(new Set(quiet).size).toBe(quiet.length);
});
