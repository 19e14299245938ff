import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';
import { expect, test } from '@playwright/test';
import { type RunningChild, runApp } from '../../../scripts/start/run-app';
import { appsToRun } from '../../../scripts/start/start-product';
import { findFreePorts } from '../../../scripts/test/find-free-ports';

type OwnApp = { app: RunningChild; port: number; lines: string[] };

/** Starts one of the built apps for a test that stops it. It needs no database. */
async function startOwnApp(name: string): Promise<OwnApp> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gudbro-upgrades-'));
  const keys = await readOrCreateKeys(path.join(dataDir, 'keys.json'), { production: false });
  await rm(dataDir, { recursive: true });
  const [staysPort = 0, backofficePort = 0, supabasePort = 0] = await findFreePorts(3);
  const settings = {
    host: '127.0.0.1',
    staysPort,
    backofficePort,
    supabasePort,
    dataDir,
    databaseUrl: null,
    isFresh: false,
    isEmpty: false,
  };
  const urls = {
    staysUrl: `http://127.0.0.1:${staysPort}`,
    backofficeUrl: `http://127.0.0.1:${backofficePort}`,
  };
  const apps = appsToRun(settings, keys, `http://127.0.0.1:${supabasePort}`, urls);
  const found = apps.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new TypeError(`There is no app ${name}.`);
  }
  const lines: string[] = [];
  const app = await runApp({ ...found, onLine: (line) => lines.push(line) });
  return { app, port: name === 'stays' ? staysPort : backofficePort, lines };
}

/** A connection whose own end stays open, whatever the server does. */
async function openConnection(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  // A server that ends resets a connection that it has not accepted yet, which is an end like any other.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const paths = ['/', '/_next/hmr', '/_next/webpack-hmr', '//x', '/nope', '/_next/static/x.js'];
const upgradeOf = (address: string) =>
  `GET ${address} HTTP/1.1\r\nHost: a.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eHh4eHh4eHh4eHh4eHh4eA==\r\n\r\n`;

for (const name of ['stays', 'backoffice']) {
  test(`upgrades of ${name} are refused, logged and closed, and do not hold up its end`, async () => {
    const { app, port, lines } = await startOwnApp(name);
    const sockets: Socket[] = [];
    try {
      // Next adds its listener for upgrades with the first request.
      await fetch(`http://127.0.0.1:${port}/nope`);
      for (const address of paths) {
        for (let attempt = 0; attempt < 10; attempt += 1) {
          const socket = await openConnection(port);
          sockets.push(socket);
          socket.write(upgradeOf(address));
          // Ends only if the server closes the connection.
          expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
        }
      }
      const countRefused = () => lines.filter((line) => line.includes('"error":"invalid_request"')).length;
      await expect.poll(countRefused).toBe(paths.length * 10);
      for (let waiting = 0; waiting < 5; waiting += 1) {
        sockets.push(await openConnection(port));
      }
    } finally {
      await app.stop();
      sockets.forEach((socket) => void socket.destroy());
    }
    expect(await app.ended).toBe(0);
  });
}
