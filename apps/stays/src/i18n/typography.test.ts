import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { listAllMessages } from './list-messages.ts';
import { locales, type StaysLocale } from './locales.ts';

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const fullWidth = '[、。，；：！？（）「」『』～…]';

type Fault = [name: string, pattern: RegExp];

const everywhere: Fault[] = [
  ['space at an end, or two in a row', /^\s|\s$|\s{2}/],
  ['ASCII quotes or apostrophes', /['"]/],
  ['three dots for an ellipsis', /\.\.\./],
  ['a hyphen for a dash', /\s-\s/],
];

const european: Fault = ['space before punctuation', /\s[,.;:!?)]/];
const noSpaceBeforeEllipsis: Fault = ['space before an ellipsis', /\s…/];
const asian: Fault[] = [
  ['space beside full-width punctuation', new RegExp(`\\s${fullWidth}|${fullWidth}\\s`)],
  ['ASCII punctuation beside a letter', new RegExp(`${cjk}[,.;:!?()]|[,.;:!?()]${cjk}`, 'u')],
];

/** What a typesetter of the language would strike out. */
const faults: Record<StaysLocale, Fault[]> = {
  en: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  vi: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  it: [european, noSpaceBeforeEllipsis, ['foreign quotes', /[„«»「」‘]/]],
  es: [
    european,
    noSpaceBeforeEllipsis,
    ['foreign quotes', /[„“”「」‘]/],
    ['a question or call that does not open', /^(?!.*¿).*\?|^(?!.*¡).*!/],
  ],
  fr: [
    noSpaceBeforeEllipsis,
    ['foreign quotes', /[„“”「」‘]/],
    ['no narrow no-break space before ; ! ?', /(?<!\u202f)[;!?]/],
    ['no no-break space before a colon', /(?<!\u00a0):(?=\s|$)/],
    ['no no-break space inside guillemets', /«(?!\u00a0)|(?<!\u00a0)»/],
  ],
  de: [
    european,
    ['foreign quotes', /[”«»「」‘]/],
    ['an ellipsis for a word that can break off', /(?<!\u00a0)…/],
  ],
  ja: [
    ...asian,
    ['foreign quotes', /[„“”«»‘’]/],
    ['space beside a letter', new RegExp(`${cjk}\\s|\\s${cjk}`, 'u')],
  ],
  zh: [...asian, ['foreign quotes', /[„«»「」‘’]/], ['a single ellipsis', /(?<!…)…(?!…)/]],
};

/** Names and abbreviations that are the same in English. */
const sameAsEnglish: Record<StaysLocale, readonly string[]> = {
  en: [],
  vi: ['Email', 'WhatsApp', 'WiFi', 'WiFi · {zone}', 'iPhone, iPad, Mac'],
  it: ['Check-in', 'Check-out', 'Email', 'PIN', 'Password', 'WhatsApp', 'iPhone, iPad, Mac'],
  es: ['PIN', 'Total', 'WhatsApp', 'iPhone, iPad, Mac'],
  fr: [
    'Photo {number, number}',
    'Total',
    'WhatsApp',
    'iPhone, iPad, Mac',
    '{count, plural, one {# photo} other {# photos}}',
  ],
  de: ['Check-in', 'Check-out', 'PIN', 'WhatsApp', 'iPhone, iPad, Mac'],
  ja: ['WhatsApp'],
  zh: ['WhatsApp'],
};

/** As it is read, for one and for several. Words inside a tag stand by themselves. */
function readAloud(locale: StaysLocale, text: string): string[] {
  const format = createTranslator({ locale, messages: { text } });
  const numbers = [...text.matchAll(/\{(\w+), (?:number|plural)/g)].map(([, name]) => name);
  const words = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'Abc']);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (inner: string) => `[${inner}]`]);
  return [1, 2].map((count) =>
    format.markup('text', Object.fromEntries([...numbers.map((name) => [name, count]), ...words, ...tags])),
  );
}

describe.each(locales)('the words of %s', (locale) => {
  const texts = listAllMessages(locale).flatMap(([key, text]) =>
    readAloud(locale, text).map((read) => ({ key, read })),
  );

  test.each([...everywhere, ...faults[locale]])('are free of this fault: %s', (_name, pattern) => {
    expect(texts.filter(({ read }) => pattern.test(read))).toEqual([]);
  });
});

/** The other way to say "you" in a language that has two: see docs/languages.md. */
const familiar: Partial<Record<StaysLocale, RegExp>> = {
  vi: word('bạn'),
  it: word('tu|ti|tuo|tua|tuoi|tue|hai|puoi|vostr[oaie]'),
  es: word('tú|tu|tus|ti|contigo|has|puedes|vosotros'),
  fr: word('tu|ton|ta|tes|toi'),
  de: word('du|dir|dich|dein|deine[mnrs]?|euch|euer'),
  zh: /你/,
};

/** Any of these as a word of its own. */
function word(choices: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${choices})(?!\\p{L})`, 'iu');
}

test.each(Object.entries(familiar))('the messages of %s address the guest formally', (locale, pattern) => {
  const found = listAllMessages(locale as StaysLocale).filter(([, text]) => pattern.test(text)); // its keys are
  expect(found).toEqual([]);
});

test.each(locales.filter((locale) => locale !== 'en'))('the messages of %s hold no English', (locale) => {
  const english = new Map(listAllMessages('en'));
  const same = listAllMessages(locale).filter(
    ([key, text]) =>
      english.get(key) === text && /\p{L}{2}/u.test(text.replaceAll(/\{\w+(, number)?\}/g, '')),
  );
  expect([...new Set(same.map(([, text]) => text))].sort()).toEqual(sameAsEnglish[locale]);
});
