import { getTranslations } from 'next-intl/server';
import type { PlainFormTexts } from './read-problem';

const fieldKeys = [
  'email_missing',
  'email_invalid',
  'password_missing',
  'password_too_short',
  'password_too_long',
  'password_weak',
  'password_same',
  'password_wrong',
  'code_missing',
  'code_invalid',
  'code_wrong',
  'link_used',
  'name_missing',
  'name_too_long',
] as const;

/** The texts of the forms about an account. `confirmHref`: where an address is confirmed. */
export async function readEntryTexts(confirmHref?: string): Promise<PlainFormTexts> {
  const [f, e] = await Promise.all([getTranslations('EntryFields'), getTranslations('EntryErrors')]);
  return {
    fields: Object.fromEntries(fieldKeys.map((key) => [key, f(key)])),
    errors: {
      invalid_request: e('check_fields'),
      wrong_password: e('wrong_password'),
      email_not_confirmed: e('email_not_confirmed'),
      forbidden: e('forbidden'),
      // The form, which runs in the browser, fills in the minutes.
      rate_limited: e('rate_limited', { minutes: '{minutes}' }),
      unavailable: e('unavailable'),
      internal: e('internal'),
    },
    ...(confirmHref ? { links: { email_not_confirmed: { href: confirmHref, text: e('confirm_now') } } } : {}),
  };
}
