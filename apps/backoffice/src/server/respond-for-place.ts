import 'server-only';
import { ApiError, currentRequest, formatFault, statusOfError, terminalLog } from '@gudbro/api-kit';
import type { AccountClient } from './account-client';
import { pageClient } from './current-account';
import { findPlace, type MemberRole, type Place } from './place';
import { readAccount } from './read-account';

type PlaceRequest = { place: Place; client: AccountClient; accountId: string };

/**
 * Responds to a GET that a screen's script sends: the person, the place and the role are checked before `read`. Errors have
 * the status and code of the error table. Nothing of it is stored anywhere.
 */
export async function respondForPlace(
  route: string,
  params: Promise<{ slug: string }>,
  minimum: MemberRole,
  read: (request: PlaceRequest) => Promise<Response>,
): Promise<Response> {
  try {
    const client = await pageClient();
    const account = await readAccount(client);
    if (account === null) {
      throw new ApiError('session_expired');
    }
    const { slug } = await params;
    const response = await read({
      client,
      accountId: account.id,
      place: findPlace(account.places, slug, minimum),
    });
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
