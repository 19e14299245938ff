import { type ErrorBody, readErrorBody } from '@gudbro/api-kit/read-error-body';
import type { ApiInput, ApiOutput, ApiRoute } from './api-types.ts';
import { formatRequest } from './format-request.ts';

/** The API refused a request. Narrow `body` by its `error`. */
export class GuestApiError extends Error {
  override readonly name = 'GuestApiError';
  readonly body: ErrorBody;
  readonly status: number;

  constructor(body: ErrorBody, status: number) {
    super(body.error);
    this.body = body;
    this.status = status;
  }
}

type GuestClientOptions = {
  /** Where the guest app runs. */
  url: string | URL;
  /** A guest token, which is sent with each request. Without one, the routes that need none can be called. */
  token?: string;
  timeoutMs?: number;
};

/**
 * The guest API for another app of the company: `await client.request('GET /api/stay/[code]/orders', { params: { code } })`. What a
 * route takes and responds with are types of the contract. Throws a GuestApiError where the API refuses, and what `fetch` throws
 * where no response came.
 */
export function createGuestClient({ url, token, timeoutMs = 20_000 }: GuestClientOptions) {
  return {
    async request<Route extends ApiRoute>(route: Route, input: ApiInput<Route>): Promise<ApiOutput<Route>> {
      const { path, headers, ...sent } = formatRequest(route, input);
      const response = await fetch(new URL(path, url), {
        ...sent,
        headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const data: unknown = await response.json();
      if (!response.ok) {
        throw new GuestApiError(readErrorBody(data), response.status);
      }
      // The server parses each response by the schema that this type is inferred from.
      return data as ApiOutput<Route>;
    },
  };
}
