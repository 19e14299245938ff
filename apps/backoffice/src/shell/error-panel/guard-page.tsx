import 'server-only';
import { ApiError, setPageResponse, statusOfError } from '@gudbro/api-kit';
import type { ReactNode } from 'react';
import { ForbiddenPanel } from './forbidden-panel';
import { NotFoundPanel } from './not-found-panel';
import { UnavailablePanel } from './unavailable-panel';

/**
 * Renders a page. Where `render` throws `not_found`, `forbidden` or `unavailable`, it renders that panel and sets the HTTP
 * status. Any other error goes on to `error.tsx`.
 */
export async function guardPage(route: string, render: () => Promise<ReactNode>): Promise<ReactNode> {
  setPageResponse({ route });
  try {
    return await render();
  } catch (thrown) {
    const error = thrown instanceof ApiError ? thrown.body : null;
    if (error?.error === 'not_found') {
      setPageResponse(statusOfError(error));
      return <NotFoundPanel />;
    }
    if (error?.error === 'forbidden') {
      setPageResponse(statusOfError(error));
      return <ForbiddenPanel />;
    }
    if (error?.error === 'unavailable') {
      setPageResponse(statusOfError(error));
      return <UnavailablePanel />;
    }
    throw thrown;
  }
}
