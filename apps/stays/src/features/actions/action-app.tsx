'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { use, useState } from 'react';
import type { Tap } from './action-host';
import { ActionSheets } from './action-sheets';
import { loadActionMessages } from './load-action-messages';
import { SessionProvider } from './session-context';
import type { StayPage } from './stay-page';

/** Everything that is loaded on the first tap: messages, query cache, session and sheets. */
export function ActionApp({ page, taps }: { page: StayPage; taps: readonly Tap[] }) {
  const messages = use(loadActionMessages(page.locale));
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 15_000 } } }),
  );
  return (
    <NextIntlClientProvider locale={page.locale} messages={messages} timeZone={page.timezone}>
      <QueryClientProvider client={client}>
        <SessionProvider page={page}>
          <ActionSheets page={page} taps={taps} />
        </SessionProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}
