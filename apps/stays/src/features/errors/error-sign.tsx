import type { PageError } from '@gudbro/api-kit';
import { ServerError } from './server-error';
import { TooManyRequests } from './too-many-requests';

/** What a page shows in place of itself when it cannot be loaded now. `path` is where trying again leads. */
export function ErrorSign({ error, path }: { error: PageError; path: string }) {
  return error.error === 'rate_limited' ? (
    <TooManyRequests retryAfterSeconds={error.retryAfterSeconds} path={path} />
  ) : (
    <ServerError error={error.error} path={path} />
  );
}
