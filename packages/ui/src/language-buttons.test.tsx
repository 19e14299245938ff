import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageButtons } from './language-buttons.tsx';

const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'vi', name: 'Tiếng Việt' },
];
const markup = renderToStaticMarkup(<LanguageButtons languages={languages} current="vi" className="px-3" />);

test('each language button is marked with its language and sends its locale', () => {
  expect(markup).toContain('lang="vi"');
  expect(markup.match(/<button[^>]*type="submit"[^>]*>/g)).toHaveLength(2);
  expect(markup.match(/name="locale"/g)).toHaveLength(2);
  expect(markup).toMatch(/value="en".*value="vi"/);
});

test('only the button of the current language is marked as current', () => {
  expect(markup.match(/aria-current="true"[^>]*>([^<]*)</g)).toHaveLength(1);
  expect(markup).toMatch(/aria-current="true"[^>]*>Tiếng Việt</);
});

test('each language button is a 48 px target', () => {
  expect(markup.match(/min-h-12/g)).toHaveLength(2);
});
