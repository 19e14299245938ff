import { getTranslations } from 'next-intl/server';
import type { PlainField } from './plain-form';

/** The fields of the forms about an account, with their labels. */
export async function readEntryFields() {
  const t = await getTranslations('EntryFields');
  return {
    email: { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
    name: { name: 'name', label: t('name'), type: 'text', autoComplete: 'name', hint: t('name_hint') },
    password: {
      name: 'password',
      label: t('password'),
      type: 'password',
      autoComplete: 'current-password',
    },
    newPassword: {
      name: 'password',
      label: t('new_password'),
      type: 'password',
      autoComplete: 'new-password',
      hint: t('password_hint'),
    },
    code: {
      name: 'code',
      label: t('code'),
      type: 'text',
      autoComplete: 'one-time-code',
      inputMode: 'numeric',
      hint: t('code_hint'),
    },
  } satisfies Record<string, PlainField>;
}
