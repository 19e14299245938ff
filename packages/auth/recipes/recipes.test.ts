import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGuestAuth, type GuestAuth } from '@gudbro/auth';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const recipes = import.meta.dirname;
const room = { propertyId: 'p-1', roomId: 'r-1', roomCode: 'RM-SUNSET22' };
const inAnHour = () => new Date(Date.now() + 3_600_000);

/** The issuer's side: its key set on a port of its own, which can be away. */
let keyServer: Server;
let isKeyServerAway = false;
let issuer = '';
let auth: GuestAuth;

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  keyServer = createServer((request, response) => {
    const isFound = request.url === '/.well-known/jwks.json' && !isKeyServerAway;
    response.writeHead(isFound ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(auth.toJwks()));
  });
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  // A server on TCP has an address of this form.
  issuer = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
  const keys = [{ kid: '2026-11', alg: 'EdDSA' as const, jwk: await exportJWK(privateKey) }] as const;
  auth = createGuestAuth({ issuer, audience: 'gudbro-stays', keys });
});
afterAll(() => new Promise((resolve) => keyServer.close(resolve)));

type Running = { url: string; stop: () => Promise<void> };

/** Runs a command as an app of its own, and waits for the line that names its port. */
async function runApp(args: string[], cwd: string, port: RegExp): Promise<Running> {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, PORT: '0', STAYS_URL: issuer, NEXT_TELEMETRY_DISABLED: '1' };
  // A group of its own: Next starts further processes, which have to end with it.
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: `http://127.0.0.1:${await readPort(child, port)}`,
    stop: async () => {
      process.kill(-Number(child.pid), 'SIGTERM');
      await ended;
    },
  };
}

function readPort(child: ChildProcess, pattern: RegExp): Promise<string> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new TypeError('The child was started without pipes.');
  let errors = '';
  stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [, port] = pattern.exec(line) ?? [];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it listened. ${errors}`)));
  });
}

async function runNext(): Promise<Running> {
  const reports = join(recipes, '../.reports');
  await mkdir(reports, { recursive: true });
  // A copy inside the package: Next writes beside what it serves.
  const folder = await mkdtemp(join(reports, 'next-'));
  await cp(join(recipes, 'next'), folder, { recursive: true });
  const bin = join(recipes, '../node_modules/next/dist/bin/next');
  const app = await runApp([bin, 'dev', '--port', '0', '--hostname', '127.0.0.1'], folder, /Local:.*:(\d+)$/);
  const stop = async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { ...app, stop };
}

const runFile = (file: string) => runApp([join(recipes, file)], recipes, /"port":(\d+)/);

describe.each([
  ['plain node:http', () => runFile('node-http.ts')],
  ['Express', () => runFile('express.ts')],
  ['Hono', () => runFile('hono.ts')],
  ['Next', runNext],
])('the recipe for %s', (_name, run) => {
  let app: Running;
  beforeAll(async () => {
    app = await run();
  });
  afterAll(() => app?.stop());

  async function order(headers: Record<string, string>) {
    const response = await fetch(`${app.url}/orders`, { headers });
    return { status: response.status, body: await response.json() };
  }

  const signFull = () => auth.signGuestToken({ ...room, bookingId: 'b-1', expiresAt: inAnHour() });

  it('responds with 503 while the key set cannot be read, and works once it can', async () => {
    const { token } = await signFull();
    isKeyServerAway = true;
    const refused = await order({ authorization: `Bearer ${token}` });
    isKeyServerAway = false;
    expect(refused).toEqual({ status: 503, body: { error: 'unavailable' } });
    expect(await order({ authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });
  });

  it('accepts a full token by Bearer and by cookie', async () => {
    const { token } = await signFull();
    const accepted = { status: 200, body: { orderFor: 'b-1' } };
    expect(await order({ authorization: `Bearer ${token}` })).toEqual(accepted);
    expect(await order({ cookie: `theme=dark; gudbro_guest=${token}` })).toEqual(accepted);
  });

  it('responds with 403 to a browse token, by Bearer and by cookie', async () => {
    const { token } = await auth.signRoomBrowseToken(room);
    const refused = { status: 403, body: { error: 'verification_required' } };
    expect(await order({ authorization: `Bearer ${token}` })).toEqual(refused);
    expect(await order({ cookie: `gudbro_guest=${token}` })).toEqual(refused);
  });

  it('responds with 401 without a token, and to one with a changed claim', async () => {
    const { token } = await signFull();
    const [header, payload = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, bookingId: 'b-2' })).toString('base64url');
    const refused = { status: 401, body: { error: 'session_expired' } };
    expect(await order({})).toEqual(refused);
    expect(await order({ authorization: `Bearer ${header}.${changed}.${signature}` })).toEqual(refused);
  });
});
