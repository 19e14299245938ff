import { getTranslations } from 'next-intl/server';
import { formatSignInPath } from '@/server/next-path';
import type { PlainFormTexts } from '@/shell/plain-form/read-problem';

const fieldKeys = [
  'place_name_missing',
  'place_name_too_long',
  'type_missing',
  'country_missing',
  'currency_missing',
  'language_missing',
  'network_missing',
  'network_invalid',
  'network_password_invalid',
  'ranges_invalid',
] as const;

/** The texts of a step's form. `path`: its own address, to load it again and to come back to after a sign-in. */
export async function readSetupTexts(path: string): Promise<PlainFormTexts> {
  const t = await getTranslations('Setup');
  return {
    fields: Object.fromEntries(fieldKeys.map((key) => [key, t(key)])),
    errors: {
      invalid_request: t('check_fields'),
      conflict: t('conflict'),
      country_is_fixed: t('country_is_fixed'),
      currency_is_fixed: t('currency_is_fixed'),
      rate_limited: t('tooManyPlaces'),
      session_expired: t('session_expired'),
      forbidden: t('forbidden'),
      unavailable: t('unavailable'),
      internal: t('internal'),
    },
    links: {
      conflict: { href: path, text: t('reload') },
      session_expired: { href: formatSignInPath(path), text: t('signIn') },
    },
  };
}
