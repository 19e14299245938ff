'use client';

import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import type { ActionMessages } from '@/i18n/action-messages';
import type { Tap } from './action-host';
import { ActionSheets } from './action-sheets';
import { isLineUp, subscribeToLine } from './line-state';
import { SessionProvider } from './session-context';
import type { StayPage } from './stay-page';

type ActionAppProps = { page: StayPage; messages: ActionMessages; taps: readonly Tap[] };

/** Everything that taps need: messages, query cache, session and sheets. */
export function ActionApp({ page, messages, taps }: ActionAppProps) {
  const [client] = useState(createQueryClient);
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

/** Queries run again as soon as the line is back, as line-state.ts sees it. */
function createQueryClient(): QueryClient {
  onlineManager.setEventListener((setOnline) => subscribeToLine(() => setOnline(isLineUp())));
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, staleTime: 15_000, refetchOnReconnect: true } },
  });
}
