'use client';

import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { isLineUp, subscribeToLine } from '@/client/line-state';
import { ActionSheets } from './action-sheets';
import type { StayAppProps } from './load-sheets';
import type { Proof } from './proof';
import { SessionProvider } from './session-context';

type ActionAppProps = StayAppProps & { proof: Proof };

/** Everything that taps need: messages, query cache, session and sheets. */
export function ActionApp({ page, messages, proof, taps }: ActionAppProps) {
  const [client] = useState(createQueryClient);
  return (
    <NextIntlClientProvider locale={page.locale} messages={messages} timeZone={page.timezone}>
      <QueryClientProvider client={client}>
        <SessionProvider page={page} proof={proof}>
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
