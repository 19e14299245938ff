import 'server-only';
import { headers } from 'next/headers';
import { type ReactNode, Suspense } from 'react';

type StreamedProps = { skeleton: ReactNode; children: ReactNode };

/**
 * Who comes here by a link of ours sees the skeleton at once. A page that is loaded whole waits for its content: its
 * status (307, 404, 503) depends on it and must be sent first. Next hides which of the two a request is; browsers say it.
 */
export async function Streamed({ skeleton, children }: StreamedProps) {
  const destination = (await headers()).get('sec-fetch-dest');
  return destination === 'empty' ? <Suspense fallback={skeleton}>{children}</Suspense> : children;
}
