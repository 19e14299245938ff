import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

// Every scan calls the database once. Node's fetch takes five times the CPU time of a plain request on a keep-alive
// connection, which is more than all the rest of the response takes.
const plain = new HttpAgent({ keepAlive: true });
const secure = new HttpsAgent({ keepAlive: true });

export type DatabaseResponse = { status: number; text: string };

type Call = {
  url: URL;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** Whether the database may get this call twice. If not, it is sent once, over a connection of its own. */
  mayRepeat: boolean;
};

/** Sends JSON over a keep-alive connection and reads the response. Throws if none arrives in time. */
export async function postToDatabase(call: Call): Promise<DatabaseResponse> {
  const response = await sendWithRetry(call);
  return { status: response.statusCode ?? 500, text: await text(response) };
}

async function sendWithRetry(call: Call): Promise<IncomingMessage> {
  try {
    return await send(call);
  } catch (thrown) {
    if (call.mayRepeat && thrown instanceof ConnectionWasReset) {
      return send(call);
    }
    throw thrown;
  }
}

/**
 * A reused connection was reset. Mostly the server had closed it while it was idle and never received the request. A gateway
 * in front of the database may also reset it after the request was handled; nothing tells the two apart.
 */
class ConnectionWasReset extends Error {
  override name = 'ConnectionWasReset';
}

function send({ url, headers, body, timeoutMs, mayRepeat }: Call): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options = {
    // A new connection cannot have been closed before, so a call that may not be repeated does not fail for that reason.
    agent: mayRepeat && (isSecure ? secure : plain),
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, options, resolve);
    const timer = setTimeout(
      () => request.destroy(new Error('The database did not respond in time.')),
      timeoutMs,
    );
    request.once('close', () => clearTimeout(timer));
    request.once('error', (error: NodeJS.ErrnoException) => {
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new ConnectionWasReset() : error);
    });
    request.end(body);
  });
}
