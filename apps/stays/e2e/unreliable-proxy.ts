import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { product } from './product';
import { makeAddressHeader } from './test-with-own-address';

/**
 * `forwarding`: every response arrives as the app sent it. `pausing`: the start of a page arrives at once and the rest
 * after a pause. `hanging`: no request gets a response. `cut`: each connection is closed at once. A number: every response
 * is a short page with this status.
 */
export type ProxyMode = 'forwarding' | 'pausing' | 'hanging' | 'cut' | number;

const pauseMs = 1_000;

/**
 * A proxy in front of the guest app that can delay, withhold or replace its responses. It gives its caller an address of its
 * own where the browser sends none.
 */
export class UnreliableProxy {
  private readonly ownAddress = makeAddressHeader();
  /** The paths of all requests that reached the proxy. */
  readonly paths: string[] = [];
  private mode: ProxyMode = 'forwarding';
  private readonly server = http.createServer((request, response) => this.forward(request, response));

  /** Returns the address at which the guest app is reached through this proxy. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo; // an http server on a port has no other kind of address
    return `http://127.0.0.1:${port}`;
  }

  /** Also cuts off the requests that are under way, so that none of them ends in the old mode. */
  setMode(mode: ProxyMode): void {
    this.mode = mode;
    this.server.closeAllConnections();
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private forward(request: http.IncomingMessage, response: http.ServerResponse): void {
    this.paths.push(request.url ?? '/');
    if (this.mode === 'hanging') {
      return;
    }
    if (this.mode === 'cut') {
      request.socket.destroy();
      return;
    }
    if (typeof this.mode === 'number') {
      response.writeHead(this.mode, { 'content-type': 'text/html' }).end('<p>bad</p>');
      return;
    }
    const isPausing = this.mode === 'pausing' && request.headers['sec-fetch-dest'] === 'document';
    const forwarded = http.request(
      new URL(request.url ?? '/', product.staysUrl),
      {
        // A connection that is used again may just be closed by the app.
        agent: false,
        method: request.method ?? 'GET',
        headers: {
          ...this.ownAddress,
          ...request.headers,
          // The app refuses writes from any origin but its own public one.
          ...(request.headers.origin === undefined ? {} : { origin: product.staysUrl }),
          ...(isPausing ? { 'accept-encoding': 'identity' } : {}),
        },
      },
      (upstream) => {
        response.writeHead(upstream.statusCode ?? 502, upstream.headers);
        if (isPausing) {
          void pauseAfterHeading(upstream, response);
        } else {
          upstream.pipe(response);
        }
      },
    );
    forwarded.once('error', () => response.destroy());
    request.pipe(forwarded);
  }
}

async function pauseAfterHeading(
  upstream: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const page = await text(upstream);
  const headingEnd = page.indexOf('</h1>');
  response.write(page.slice(0, headingEnd));
  await setTimeout(pauseMs);
  response.end(page.slice(headingEnd));
}
