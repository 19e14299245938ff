// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test } from 'vitest';
import { reportNoResponse, reportResponse } from '@/client/line-state';
import type { ClientError } from '@/client/request-error';
import { actionMessagesOf } from '@/i18n/action-messages';
import { locales, type StaysLocale } from '@/i18n/locales';
import { useWriteErrorText } from './use-write-error-text';

afterEach(cleanup);

const photoErrors: ClientError[] = [
  { error: 'unsupported_file' },
  { error: 'too_large' },
  { error: 'unavailable', retryAfterSeconds: 10, reason: 'photos_are_waiting' },
  { error: 'unavailable', retryAfterSeconds: 5 },
];

function render(locale: StaysLocale) {
  return renderHook(useWriteErrorText, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale={locale} messages={actionMessagesOf[locale]} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    ),
  });
}

test.each(locales)('each way in which a photo can fail has a text of its own in %s', (locale) => {
  const { result } = render(locale);
  const texts = photoErrors.map((error) => result.current(error));
  expect(new Set(texts).size).toBe(photoErrors.length);
  expect(texts[2]).toContain('10');
});

test('once the line is back, the text no longer says that it is gone', () => {
  const { result } = render('en');
  act(reportNoResponse);
  expect(result.current({ error: 'offline' })).toContain('The connection is gone');
  act(() => reportResponse(performance.now()));
  expect(result.current({ error: 'offline' })).toContain('You are online again');
});
