import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export type Sending = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Longer than any time limit of the product. */
  timeoutMs?: number;
};

export type ServerResponse = { kind: 'response'; status: number; headers: IncomingHttpHeaders; text: string };

/** What became of a request: a whole response, a connection that ended before it, or none of both in time. */
export type Outcome = ServerResponse | { kind: 'cut' } | { kind: 'hang' };

/** Sends a request on a connection of its own, and never throws. */
export function sendRequest({ method, url, headers, body, timeoutMs = 25_000 }: Sending): Promise<Outcome> {
  return new Promise((resolve) => {
    const sending = request(url, { method, headers, agent: false });
    const timer = setTimeout(() => {
      resolve({ kind: 'hang' });
      sending.destroy();
    }, timeoutMs);
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    sending.on('error', () => settle({ kind: 'cut' }));
    sending.once('response', (response) => {
      text(response).then(
        (read) =>
          settle({
            kind: 'response',
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: read,
          }),
        () => settle({ kind: 'cut' }),
      );
    });
    sending.end(body);
  });
}
