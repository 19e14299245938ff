import { readErrorBody } from '@gudbro/api-kit/read-error-body';
import type { ApiInput, ApiOutput, ApiRoute } from '@gudbro/guest-api/api-types';
import { formatRequest } from '@gudbro/guest-api/format-request';
import { reportNoResponse, reportResponse } from './line-state';
import { RequestError } from './request-error';

type FormSending = {
  /** Cancels the request. The server may have got all of it by then. */
  signal: AbortSignal;
  timeoutMs: number;
  /** Is told how much has been sent, a part of 1. */
  onProgress: (part: number) => void;
};

/**
 * Sends a form with a file as `requestApi` does, and tells how much of it has been sent, which `fetch` cannot. Throws a RequestError
 * if the response is an error, or if none arrives: also when it was cancelled.
 */
export async function sendForm<Route extends ApiRoute>(
  route: Route,
  input: ApiInput<Route> & { body: FormData },
  sending: FormSending,
): Promise<ApiOutput<Route>> {
  const sentAt = performance.now();
  const { status, data } = await post(formatRequest(route, input), input.body, sending);
  reportResponse(sentAt);
  if (status >= 200 && status < 300) {
    // The server parses each response by the schema that this type is inferred from.
    return data as ApiOutput<Route>;
  }
  throw new RequestError(readErrorBody(data));
}

type Formatted = ReturnType<typeof formatRequest>;

function post(
  { method, path, headers }: Formatted,
  form: FormData,
  { signal, timeoutMs, onProgress }: FormSending,
): Promise<{ status: number; data: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new RequestError({ error: 'offline' }));
    const failByLine = () => {
      reportNoResponse();
      fail();
    };
    request.open(method, path);
    request.timeout = timeoutMs;
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = failByLine;
    request.ontimeout = failByLine;
    request.onabort = fail;
    request.onload = () => {
      const data = parseJson(request.responseText);
      // A truncated body, or the HTML page of a proxy: treat both as a lost connection.
      return data === undefined ? failByLine() : resolve({ status: request.status, data });
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
