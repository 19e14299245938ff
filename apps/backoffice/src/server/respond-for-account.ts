import 'server-only';
import { ApiError, currentRequest, formatFault, statusOfError, terminalLog } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';
import { pageClient } from './current-account';
import { type Account, readAccount } from './read-account';

type AccountRequest = { account: Account; client: AccountClient };

/**
 * Responds to what a script of ours sends: the person is checked before `respond`. Errors have the status and code of the error
 * table. Nothing of it is stored anywhere.
 */
export async function respondForAccount(
  route: string,
  respond: (request: AccountRequest) => Promise<Response>,
): Promise<Response> {
  try {
    const client = await pageClient();
    const account = await readAccount(client);
    if (account === null) {
      throw new ApiError('session_expired');
    }
    const response = await respond({ client, account });
    if (!response.headers.has('cache-control')) {
      response.headers.set('cache-control', 'private, no-store');
    }
    return response;
  } catch (thrown) {
    return formatError(route, thrown);
  }
}

function formatError(route: string, thrown: unknown): Response {
  const error = thrown instanceof ApiError ? thrown : new ApiError('internal', { cause: thrown });
  const { status, headers } = statusOfError(error.body);
  if (status >= 500) {
    terminalLog.fault({ requestId: currentRequest().requestId, route, ...formatFault(error) });
  }
  return Response.json(error.body, { status, headers: { ...headers, 'cache-control': 'private, no-store' } });
}
