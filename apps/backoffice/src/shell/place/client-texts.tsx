import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '@/i18n/messages';

// The namespaces that the parts of every screen use in the browser.
const always = ['Done', 'FieldErrors', 'Form', 'FormErrors', 'Keys', 'List', 'Shell'] as const;

type ClientTextsProps = { namespaces?: readonly (keyof Messages)[]; children: ReactNode };

/** Gives the components of the browser their texts: only these namespaces are sent to it. */
export async function ClientTexts({ namespaces = [], children }: ClientTextsProps) {
  const messages = await getMessages();
  const picked = Object.fromEntries([...always, ...namespaces].map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
