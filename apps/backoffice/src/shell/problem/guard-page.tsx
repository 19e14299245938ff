import 'server-only';
import { ApiError, describePage } from '@gudbro/api-kit';
import type { ReactNode } from 'react';
import { NotFoundPanel } from './not-found-panel';
import { UnavailablePanel } from './unavailable-panel';

const retryAfterSeconds = 10;

/**
 * Renders a page. Where `render` throws `not_found` or `unavailable`, it renders that panel and sets the HTTP status.
 * Any other error goes on to `error.tsx`.
 */
export async function guardPage(route: string, render: () => Promise<ReactNode>): Promise<ReactNode> {
  describePage({ route });
  try {
    return await render();
  } catch (thrown) {
    const code = thrown instanceof ApiError ? thrown.code : null;
    if (code === 'not_found') {
      describePage({ status: 404 });
      return <NotFoundPanel />;
    }
    if (code === 'unavailable') {
      describePage({ status: 503, headers: { 'Retry-After': String(retryAfterSeconds) } });
      return <UnavailablePanel />;
    }
    throw thrown;
  }
}
