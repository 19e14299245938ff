import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { buffer } from 'node:stream/consumers';

// Node's own fetch takes five times the processor of a plain request on a connection that is kept open, and every
// scan asks the database once.
const plain = new HttpAgent({ keepAlive: true });
const secure = new HttpsAgent({ keepAlive: true });

/** What supabase-js needs of fetch to call a function. What is no text, such as a file, goes the ordinary way. */
export async function databaseFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { body = null } = init;
  if (input instanceof Request || (body !== null && typeof body !== 'string')) {
    return fetch(input, init);
  }
  const answer = await sendOnce(new URL(input), init, body);
  const received = await buffer(answer);
  const status = answer.statusCode ?? 500;
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new Response(status === 204 || status === 304 ? null : received, { status, headers });
}

async function sendOnce(url: URL, init: RequestInit, body: string | null): Promise<IncomingMessage> {
  try {
    return await send(url, init, body);
  } catch (thrown) {
    if (thrown instanceof ConnectionWasClosed) {
      return send(url, init, body);
    }
    throw thrown;
  }
}

/** The other side had closed a connection we kept open: it never saw the request, so it can be sent again. */
class ConnectionWasClosed extends Error {
  override name = 'ConnectionWasClosed';
}

function send(url: URL, init: RequestInit, body: string | null): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options = {
    agent: isSecure ? secure : plain,
    method: init.method ?? 'GET',
    headers: {
      ...Object.fromEntries(new Headers(init.headers)),
      'content-length': Buffer.byteLength(body ?? ''),
    },
    ...(init.signal ? { signal: init.signal } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, options, resolve);
    request.once('error', (error: NodeJS.ErrnoException) => {
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new ConnectionWasClosed() : error);
    });
    request.end(body ?? undefined);
  });
}
