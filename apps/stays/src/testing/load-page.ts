import { runWithRequest } from '@gudbro/api-kit';
import { newAddress } from './send-request';

/** Loads a page's data as our server does for a request with these headers, from an address of its own. */
export function loadPage<Params, Load>(
  load: (request: { headers: Headers }, params: Params) => Promise<Load>,
  params: Params,
  headers: Record<string, string> = {},
): Promise<Load> {
  const request = {
    requestId: 'test-request',
    socketAddress: newAddress(),
    nonce: 'test',
    pageResponse: {},
  };
  return runWithRequest(request, () => load({ headers: new Headers(headers) }, params));
}
