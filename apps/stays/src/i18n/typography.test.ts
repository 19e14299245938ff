import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { listAllMessages } from './list-messages.ts';
import { locales, type StaysLocale } from './locales.ts';

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const fullWidth = '[、。，；：！？（）「」『』～…]';

type Fault = [name: string, pattern: RegExp];

const everywhere: Fault[] = [
  ['space at the start or end, or two in a row', /^\s|\s$|\s{2}/],
  ['ASCII quotes or apostrophes', /['"]/],
  ['three dots instead of an ellipsis', /\.\.\./],
  ['hyphen instead of a dash', /\s-\s/],
];

const european: Fault = ['space before punctuation', /\s[,.;:!?)]/];
const noSpaceBeforeEllipsis: Fault = ['space before an ellipsis', /\s…/];
const asian: Fault[] = [
  ['space beside full-width punctuation', new RegExp(`\\s${fullWidth}|${fullWidth}\\s`)],
  ['ASCII punctuation beside a letter', new RegExp(`${cjk}[,.;:!?()]|[,.;:!?()]${cjk}`, 'u')],
];

/** Typographic faults by language. */
const faults: Record<StaysLocale, Fault[]> = {
  en: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  vi: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  it: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  es: [
    european,
    noSpaceBeforeEllipsis,
    ['foreign quotes', /[„“”「」‘]/],
    ['question or exclamation without its opening mark', /^(?!.*¿).*\?|^(?!.*¡).*!/],
  ],
  fr: [
    noSpaceBeforeEllipsis,
    ['foreign quotes', /[„“”「」‘]/],
    ['; ! or ? without a narrow no-break space before it', /(?<!\u202f)[;!?]/],
    ['colon without a no-break space before it', /(?<!\u00a0):(?=\s|$)/],
    ['guillemets without no-break spaces inside', /«(?!\u00a0)|(?<!\u00a0)»/],
  ],
  de: [
    european,
    ['foreign quotes', /[”«»「」‘]/],
    ['ellipsis without a no-break space before it', /(?<!\u00a0)…/],
  ],
  ja: [
    ...asian,
    ['foreign quotes', /[„“”«»‘’]/],
    ['space beside a letter', new RegExp(`${cjk}\\s|\\s${cjk}`, 'u')],
  ],
  zh: [...asian, ['foreign quotes', /[„«»「」‘’]/], ['single ellipsis', /(?<!…)…(?!…)/]],
};

/** Names and abbreviations that are the same in English. */
const sameAsEnglish: Record<StaysLocale, readonly string[]> = {
  en: [],
  vi: ['Email', 'WhatsApp', 'WiFi', 'WiFi · {zone}'],
  it: ['Check-in', 'Check-out', 'Email', 'PIN', 'Password', 'WhatsApp', 'max'],
  es: ['PIN', 'Total', 'WhatsApp'],
  fr: [
    'Photo {number, number}',
    'Total',
    'WhatsApp',
    'max',
    '{count, plural, one {# photo} other {# photos}}',
  ],
  de: ['Check-in', 'Check-out', 'PIN', 'WhatsApp'],
  ja: ['WhatsApp'],
  zh: ['WhatsApp'],
};

/** Formats a message with example values: once with 1 and once with 2 for numbers, and with brackets for tags. */
function formatExamples(locale: StaysLocale, text: string): string[] {
  const format = createTranslator({ locale, messages: { text } });
  const numbers = [...text.matchAll(/\{(\w+), (?:number|plural)/g)].map(([, name]) => name);
  const words = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'Abc']);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (inner: string) => `[${inner}]`]);
  return [1, 2].map((count) =>
    format.markup('text', Object.fromEntries([...numbers.map((name) => [name, count]), ...words, ...tags])),
  );
}

describe.each(locales)('the messages of %s', (locale) => {
  const texts = listAllMessages(locale).flatMap(([key, text]) =>
    formatExamples(locale, text).map((example) => ({ key, example })),
  );

  test.each([...everywhere, ...faults[locale]])(
    `no message of ${locale} has this fault: %s`,
    (_name, pattern) => {
      expect(texts.filter(({ example }) => pattern.test(example))).toEqual([]);
    },
  );
});

/** The informal words for "you", which messages must not use: see docs/languages.md. */
const familiar: Partial<Record<StaysLocale, RegExp>> = {
  vi: word('bạn'),
  it: word('tu|ti|tuo|tua|tuoi|tue|hai|puoi|vostr[oaie]'),
  es: word('tú|tu|tus|ti|contigo|has|puedes|vosotros'),
  fr: word('tu|ton|ta|tes|toi'),
  de: word('du|dir|dich|dein|deine[mnrs]?|euch|euer'),
  zh: /你/,
};

/** Matches any of these as a whole word. */
function word(choices: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${choices})(?!\\p{L})`, 'iu');
}

test.each(Object.entries(familiar))('the messages of %s address the guest formally', (locale, pattern) => {
  const found = listAllMessages(locale as StaysLocale).filter(([, text]) => pattern.test(text)); // its keys are
  expect(found).toEqual([]);
});

test.each(locales.filter((locale) => locale !== 'en'))('no message of %s is still in English', (locale) => {
  const english = new Map(listAllMessages('en'));
  const same = listAllMessages(locale).filter(
    ([key, text]) =>
      english.get(key) === text && /\p{L}{2}/u.test(text.replaceAll(/\{\w+(, number)?\}/g, '')),
  );
  expect([...new Set(same.map(([, text]) => text))].sort()).toEqual(sameAsEnglish[locale]);
});
