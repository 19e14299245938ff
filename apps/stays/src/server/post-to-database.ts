import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

// Every scan asks the database once, and the ordinary ways to ask cost more than all the rest of an answer: Node's own
// fetch takes five times the processor of a plain request on a connection that is kept open.
const plain = new HttpAgent({ keepAlive: true });
const secure = new HttpsAgent({ keepAlive: true });

export type Posted = { status: number; text: string };

type Call = { url: URL; headers: Record<string, string>; body: string; timeoutMs: number };

/** Sends JSON and reads the answer, on a connection that is kept open. Throws where there is no answer in time. */
export async function postToDatabase(call: Call): Promise<Posted> {
  const answer = await sendOnce(call);
  return { status: answer.statusCode ?? 500, text: await text(answer) };
}

async function sendOnce(call: Call): Promise<IncomingMessage> {
  try {
    return await send(call);
  } catch (thrown) {
    if (thrown instanceof ConnectionWasClosed) {
      return send(call);
    }
    throw thrown;
  }
}

/** The other side had closed a connection we kept open: it never saw the request, so it can be sent again. */
class ConnectionWasClosed extends Error {
  override name = 'ConnectionWasClosed';
}

function send({ url, headers, body, timeoutMs }: Call): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options = {
    agent: isSecure ? secure : plain,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, options, resolve);
    const timer = setTimeout(
      () => request.destroy(new Error('The database did not answer in time.')),
      timeoutMs,
    );
    request.once('close', () => clearTimeout(timer));
    request.once('error', (error: NodeJS.ErrnoException) => {
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new ConnectionWasClosed() : error);
    });
    request.end(body);
  });
}
