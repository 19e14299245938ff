import type { PageError } from '@gudbro/api-kit';
import { ServerError } from './server-error';
import { TooManyRequests } from './too-many-requests';

/** Shown instead of a page that cannot be loaded now. `path` is where the link to try again leads. */
export function ErrorSign({ error, path }: { error: PageError; path: string }) {
  return error.error === 'rate_limited' ? (
    <TooManyRequests retryAfterSeconds={error.retryAfterSeconds} path={path} />
  ) : (
    <ServerError error={error.error} path={path} />
  );
}
