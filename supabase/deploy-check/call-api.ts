/** Where Supabase's API is, and the keys that our servers have for it. */
export interface Api {
  url: string;
  publishableKey: string;
  guestKey: string;
  backofficeKey: string;
  jobsKey: string;
}

export interface ApiResponse {
  status: number;
  /** The code of an error, as PostgREST (`code`) or Storage (`statusCode`) names it. */
  code: string;
  body: unknown;
}

interface Call {
  method?: string;
  /** The key of a role, sent as the access token. */
  key?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a text. */
  body?: unknown;
}

const timeLimitMs = 15_000;

/** Calls a path of the API, with the publishable key unless the headers say otherwise. */
export async function callApi(api: Api, path: string, call: Call = {}): Promise<ApiResponse> {
  const { key, body, headers = {} } = call;
  const response = await fetch(new URL(path, `${api.url.replace(/\/*$/, '')}/`), {
    method: call.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      apikey: api.publishableKey,
      'user-agent': 'gudbro-deploy-check',
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeLimitMs),
  });
  return readResponse(response.status, await response.text());
}

/** Calls a function of the database. */
export function callFunction(api: Api, name: string, args: object, key?: string): Promise<ApiResponse> {
  return callApi(api, `rest/v1/rpc/${name}`, { body: args, ...(key === undefined ? {} : { key }) });
}

function readResponse(status: number, text: string): ApiResponse {
  const body = parseJson(text);
  const isObject = typeof body === 'object' && body !== null;
  const code: unknown = isObject ? (Reflect.get(body, 'code') ?? Reflect.get(body, 'statusCode')) : '';
  return { status, code: code === undefined ? '' : String(code), body };
}

// A gateway responds with a page of its own where it did not reach the service.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A response in a few words. It has nothing of a key. */
export function describeResponse({ status, code, body }: ApiResponse): string {
  const isObject = typeof body === 'object' && body !== null;
  const message: unknown = isObject ? Reflect.get(body, 'message') : '';
  return [status, code, typeof message === 'string' ? message : ''].filter((part) => part !== '').join(' ');
}
