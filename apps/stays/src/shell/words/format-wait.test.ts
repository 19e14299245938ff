import { expect, test } from 'vitest';
import { locales } from '@/i18n/locales';
import { formatMinutes, formatWait } from './format-wait.ts';

test.each([
  [0, '1 second'],
  [42, '42 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [3599, '1 hour'],
  [3601, '2 hours'],
  [86_400, '24 hours'],
] as const)('a wait of %d seconds is rounded up, never down', (seconds, text) => {
  expect(formatWait(seconds, 'en')).toBe(text);
});

test('a wait is formatted with each language’s own words and spaces', () => {
  const waits = locales.map((locale) => [40, 180, 7200].map((seconds) => formatWait(seconds, locale)));
  expect(waits.map((texts) => texts.join(', ').replaceAll('\u00a0', ' '))).toEqual([
    '40 seconds, 3 minutes, 2 hours',
    '40 giây, 3 phút, 2 giờ',
    '40 secondi, 3 minuti, 2 ore',
    '40 segundos, 3 minutos, 2 horas',
    '40 secondes, 3 minutes, 2 heures',
    '40 Sekunden, 3 Minuten, 2 Stunden',
    '40秒, 3分, 2時間',
    '40 秒钟, 3 分钟, 2 小时',
  ]);
});

test('minutes stay minutes, since a rounded hour would promise another time', () => {
  const texts = locales.map((locale) => formatMinutes(90, locale).replaceAll('\u00a0', ' '));
  expect(texts).toEqual(['90 min', '90 phút', '90 min', '90 min', '90 min', '90 Min.', '90分', '90 分钟']);
});
