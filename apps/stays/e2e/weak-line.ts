import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { product } from './product';

/**
 * `open`: all comes through. `halting`: a page's first lines come at once, the rest a while later. `hanging`: nothing
 * is answered. A number: the server answers with this status.
 */
export type LineState = 'open' | 'halting' | 'hanging' | number;

const haltMs = 1_000;

/** A line to the guest app that can be made bad. */
export class WeakLine {
  private state: LineState = 'open';
  private readonly server = http.createServer((request, response) => this.handOn(request, response));

  /** The guest app's address through this line. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo; // an http server on a port has no other kind of address
    return `http://127.0.0.1:${port}`;
  }

  /** What hangs on the old line is lost with it. */
  turn(state: LineState): void {
    this.state = state;
    this.server.closeAllConnections();
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private handOn(request: http.IncomingMessage, response: http.ServerResponse): void {
    if (this.state === 'hanging') {
      return;
    }
    if (typeof this.state === 'number') {
      response.writeHead(this.state, { 'content-type': 'text/html' }).end('<p>bad</p>');
      return;
    }
    const isHalting = this.state === 'halting' && request.headers['sec-fetch-dest'] === 'document';
    const onward = http.request(
      new URL(request.url ?? '/', product.staysUrl),
      {
        method: request.method ?? 'GET',
        headers: { ...request.headers, ...(isHalting ? { 'accept-encoding': 'identity' } : {}) },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        if (isHalting) {
          void haltAfterHeading(answer, response);
        } else {
          answer.pipe(response);
        }
      },
    );
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  }
}

async function haltAfterHeading(answer: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const page = await text(answer);
  const first = page.indexOf('</h1>');
  response.write(page.slice(0, first));
  await setTimeout(haltMs);
  response.end(page.slice(first));
}
