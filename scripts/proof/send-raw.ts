import { connect } from 'node:net';
import type { RawRequest } from './make-request.ts';

/** The status of the response, null for a connection that was closed without one, or that nothing happened in time. */
export type RawOutcome = { status: number | null; text: string } | 'hang';

/** Much of a response is not needed to tell what went wrong. */
const mostBytes = 4096;

/** Sends bytes on a connection of its own, and waits until the server closes it. */
export function sendRaw(
  url: string,
  { bytes, afterwards }: RawRequest,
  timeoutMs: number,
): Promise<RawOutcome> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let received = Buffer.alloc(0);
    const settle = (outcome: RawOutcome) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle('hang'), timeoutMs);
    const finish = () => settle(readResponse(received.toString('latin1')));
    socket.on('error', finish).on('end', finish).on('close', finish);
    socket.on('data', (part) => {
      received = received.length < mostBytes ? Buffer.concat([received, part]) : received;
    });
    socket.write(bytes, () => {
      if (afterwards === 'end') {
        socket.end();
      } else if (afterwards === 'break') {
        socket.resetAndDestroy();
      }
    });
  });
}

/** The last status that is not an interim one, such as 100 Continue. */
export function readResponse(received: string): { status: number | null; text: string } {
  const final = received.replace(/^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n)+/, '');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(final)?.[1];
  return { status: status === undefined ? null : Number(status), text: final };
}
