import { expect, test } from 'vitest';
import { type EntryAttempt, formatEntryCookie, readEntryCookie } from './entry-attempt';

const attempt: EntryAttempt = { typed: 'Nguyễn; x', error: { error: 'verification_failed', triesLeft: 3 } };
const readValue = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'));

test('the entry cookie is read back as it was written, and is limited to its page', () => {
  const cookie = formatEntryCookie('/stay/BK-GUEST2', attempt, true);
  expect(readEntryCookie(readValue(cookie))).toEqual(attempt);
  expect(cookie).toContain('; Max-Age=120; Path=/stay/BK-GUEST2; HttpOnly; Secure; SameSite=Lax');
});

test('no attempt clears the entry cookie', () => {
  expect(formatEntryCookie('/stay/BK-GUEST2', null, false)).toMatch(/^gudbro_entry=; .*Max-Age=0/);
});

test.each([[undefined], [''], ['nonsense'], ['bnVsbA'], [readValue('x=eyJ0eXBlZCI6MX0;')]])(
  'an entry cookie that we did not write is ignored: %s',
  (value) => {
    expect(readEntryCookie(value)).toBeNull();
  },
);
