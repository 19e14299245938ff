import { parseCode } from '@gudbro/access-codes';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { messagesOf } from '@/i18n/messages';
import { formatCodeRefusal } from './format-code-refusal';

const t = createTranslator({ locale: 'en', messages: messagesOf.en, namespace: 'Code' });

test.each([
  ['RM-SUNSET20', /“0” is in none of our codes/],
  ['RM-SUNS3T2O', /“O” is in none of our codes/],
  ['RM-SUN$ET22', /“\$” is in none of our codes/],
  ['RM-SUNSET2', /7 of 8/],
  ['RM-SUNSET2222', /10 characters instead of 8/],
  ['BK-GUEST2', /booking code/],
  ['WAKE-UP23', /access code/],
  ['   ', /Please type/],
])('the refused code %s is formatted with the reason %s', (input, reason) => {
  const refusal = parseCode(input, { expect: 'room' });
  expect(refusal.ok ? 'accepted' : formatCodeRefusal(refusal, t)).toMatch(reason);
});
