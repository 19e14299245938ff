import type { Address } from './list-addresses.ts';
import type { Body } from './make-body.ts';
import type { Material } from './make-request.ts';
import { nastyTexts } from './nasty-values.ts';
import type { Random } from './random.ts';

/** Headers that the product, Next or Node read, each with values of its own beside the nasty ones. */
const readHeaders: Readonly<Record<string, readonly string[]>> = {
  accept: ['text/html', 'application/json', '*/*', 'text/x-component', 'image/*'],
  'accept-language': ['de', 'xx-YY', 'en;q=nonsense', '*', ','.repeat(2000)],
  'accept-encoding': ['gzip', 'br', 'identity;q=0', '*;q=0', 'zstd'],
  'content-encoding': ['gzip', 'br', 'nonsense'],
  'idempotency-key': ['0123456789abcdef', 'short', 'k'.repeat(200)],
  'if-none-match': ['*', '"a"', 'W/"'],
  'if-modified-since': ['0', 'Fri, 27 Nov 2026 00:00:00 GMT'],
  range: ['bytes=0-10', 'bytes=-', 'bytes=9-1,0-0', 'lines=1'],
  'sec-fetch-site': ['same-origin', 'cross-site', 'none'],
  'sec-fetch-dest': ['document', 'image'],
  rsc: ['1'],
  'next-action': ['x', '4'.repeat(42), '0'.repeat(40)],
  'next-router-prefetch': ['1', '2'],
  'next-router-state-tree': ['%5B%5D', '%5B%22%22%2C%7B%7D%5D', '[', '%'],
  'next-router-segment-prefetch': ['/_tree', '/../..'],
  'next-url': ['/', '/stay'],
  purpose: ['prefetch'],
  'x-middleware-subrequest': ['src/middleware'],
  'x-nextjs-data': ['1'],
  'x-matched-path': ['/none'],
  'x-http-method-override': ['DELETE'],
  'x-forwarded-proto': ['https', 'gopher'],
  'x-forwarded-host': ['example.com', 'a b'],
  'user-agent': ['Googlebot', 'Twitterbot', ''],
  expect: ['100-continue', '200-maybe'],
  connection: ['upgrade', 'keep-alive, x'],
  upgrade: ['websocket', 'h2c'],
  te: ['trailers'],
  trailer: ['x'],
};

/** The lines of the head after the first one. */
export function makeHeaders(
  random: Random,
  app: Address['app'],
  material: Material,
  body: Body | null,
): string[] {
  return [
    ...makeHost(random, app, material),
    ...(random.isWithin(0.95) ? ['connection: close'] : []),
    `x-forwarded-for: ${random.isWithin(0.97) ? makeAddress(random) : random.pick(nastyTexts)}`,
    ...makeSession(random, app, material),
    ...(body === null ? [] : makeBodyHeaders(random, body)),
    ...Array.from({ length: random.below(4) }, () => makeOther(random)),
    ...(random.isWithin(0.01) ? Array.from({ length: 150 }, (_, number) => `x-${number}: ${number}`) : []),
    ...(random.isWithin(0.01) ? [`x-long: ${'l'.repeat(20_000)}`] : []),
  ];
}

function makeHost(random: Random, app: Address['app'], { hosts }: Material): string[] {
  if (random.isWithin(0.97)) {
    return [`host: ${hosts[app]}`];
  }
  return random.pick([[], ['host: a', 'host: b'], ['host:'], ['host: example.com:99999'], ['host: [::1']]);
}

/** Another caller each time, so that no limit by address is met. */
function makeAddress(random: Random): string {
  return `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
}

function makeSession(random: Random, app: Address['app'], { tokens, cookies, hosts }: Material): string[] {
  const token = random.pick(tokens);
  const at = random.below(token.length);
  return [
    ...random.pick<() => string[]>([
      () => [],
      () => [`authorization: Bearer ${token}`],
      () => [`authorization: Bearer ${token}`],
      () => [`authorization: Bearer ${token.slice(0, at)}`],
      () => [`authorization: Bearer ${token.slice(0, at)}x${token.slice(at + 1)}`],
      () => [`authorization: ${random.pick(['Bearer', 'Basic YTpi', 'bearer a b', ''])}`],
    ])(),
    ...(random.isWithin(0.4) ? [`cookie: ${makeCookies(random, cookies)}`] : []),
    ...(random.isWithin(0.5) ? [`origin: ${makeOrigin(random, `http://${hosts[app]}`)}`] : []),
  ];
}

function makeCookies(random: Random, cookies: readonly string[]): string {
  const cookie = random.pick(cookies);
  const [name = ''] = cookie.split('=', 1);
  return random.pick([
    () => cookie,
    () => `${cookie}; ${cookie}`,
    () => `${name}=${random.pick(nastyTexts)}`,
    () => `${cookie.slice(0, random.below(cookie.length))}`,
    () => '=;;=,"',
  ])();
}

function makeOrigin(random: Random, own: string): string {
  return random.isWithin(0.7)
    ? own
    : random.pick(['null', 'https://example.com', 'x', `${own}.example.com`, '']);
}

function makeBodyHeaders(random: Random, { bytes, contentType }: Body): string[] {
  const type = contentType === '' ? [] : [`content-type: ${contentType}`];
  const length = `content-length: ${bytes.length}`;
  if (random.isWithin(0.9)) {
    return [...type, length];
  }
  return [
    ...type,
    ...random.pick([
      [],
      [`content-length: ${bytes.length + 10}`],
      [`content-length: ${Math.max(bytes.length - 10, 0)}`],
      [length, length],
      [length, 'transfer-encoding: chunked'],
      ['transfer-encoding: chunked'],
      ['transfer-encoding: nonsense'],
      ['content-length: -1'],
      ['content-length: 99999999999999999999'],
    ]),
  ];
}

function makeOther(random: Random): string {
  const [name, values] = random.pick(Object.entries(readHeaders));
  const value = random.isWithin(0.7) ? random.pick(values) : random.pick(nastyTexts);
  return `${name}: ${value.replaceAll(/[\r\n]/g, '')}`;
}
