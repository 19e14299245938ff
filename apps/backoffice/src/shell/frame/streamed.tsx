import 'server-only';
import { headers } from 'next/headers';
import { type ReactNode, Suspense } from 'react';

type StreamedProps = { skeleton: ReactNode; children: ReactNode };

/**
 * After a click on a link inside the app, shows the skeleton until the content is there. A full page load waits for the
 * content instead, because its HTTP status (307, 404, 503) depends on it. Next does not say which of the two a request
 * is; the browser's `Sec-Fetch-Dest` does.
 */
export async function Streamed({ skeleton, children }: StreamedProps) {
  const destination = (await headers()).get('sec-fetch-dest');
  return destination === 'empty' ? <Suspense fallback={skeleton}>{children}</Suspense> : children;
}
