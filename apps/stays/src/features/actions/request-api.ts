import { readErrorBody } from '@gudbro/api-kit/read-error-body';
import { RequestError } from './request-error';
import { setClockBy } from './server-clock';

const defaultTimeoutMs = 20_000;

type ApiRequest = {
  method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON, or as a form when it is one. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Longer for what carries photos. */
  timeoutMs?: number;
};

/** Calls our own API with the session's cookie. An error of the server, and a line that is dead, is thrown. */
export async function requestApi<Answer>(path: string, request: ApiRequest = {}): Promise<Answer> {
  const { method = 'GET', body, headers = {}, timeoutMs = defaultTimeoutMs } = request;
  const isForm = body instanceof FormData;
  const response = await send(path, {
    method,
    headers: body === undefined || isForm ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    // The browser asks with the tag it has, and answers from its memory when nothing changed.
    cache: 'no-cache',
    signal: AbortSignal.timeout(timeoutMs),
  });
  setClockBy(response);
  const answer = await readJson(response);
  if (response.ok) {
    // The server parses each answer by the schema this type is made from before it leaves.
    return answer as Answer;
  }
  throw new RequestError(readErrorBody(answer));
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    // Dead, cut off, or out of time: for the guest it is all one.
    throw new RequestError({ error: 'offline' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Half an answer, or a proxy's page: the line broke.
    throw new RequestError({ error: 'offline' });
  }
}
