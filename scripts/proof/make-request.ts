import type { Address } from './list-addresses.ts';
import { makeBody } from './make-body.ts';
import { makeHeaders } from './make-headers.ts';
import { nastyTexts } from './nasty-values.ts';
import type { Random } from './random.ts';

/** What the requests may use: where to send them, and values that are right, so that some get past the first checks. */
export type Material = {
  addresses: readonly Address[];
  /** Names of parameters and fields. */
  names: readonly string[];
  /** Right values for the parts of a path, by name where they are known. */
  values: ReadonlyMap<string, readonly string[]>;
  tokens: readonly string[];
  cookies: readonly string[];
  /** The addresses of both apps, for Host and Origin. */
  hosts: Readonly<Record<Address['app'], string>>;
};

/** One request as it is sent: bytes, and what is done after them. */
export type RawRequest = {
  app: Address['app'];
  /** The address it was made from. */
  template: string;
  bytes: Buffer;
  /** After the bytes: wait for the response, say that nothing more comes, or break the connection. */
  afterwards: 'wait' | 'end' | 'break';
};

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'FOO',
  '',
];

/** A request that is wrong in some ways and right in others. The same random numbers make the same request. */
export function makeRequest(random: Random, material: Material): RawRequest {
  const address = random.pick(material.addresses);
  const from = { app: address.app, template: address.template };
  const method = random.isWithin(0.7) ? random.pick(address.methods) : random.pick(methods);
  const target = makeTarget(random, address.template, material);
  const body = method === 'GET' && random.isWithin(0.8) ? null : makeBody(random, material);
  const headers = makeHeaders(random, address.app, material, body);
  const version = random.isWithin(0.98) ? 'HTTP/1.1' : random.pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '']);
  const line = Buffer.from(`${method} ${target} ${version}\r\n`, random.isWithin(0.9) ? 'utf8' : 'latin1');
  const head = Buffer.concat([line, Buffer.from(headers.map((header) => `${header}\r\n`).join('')), end]);
  const bytes = body === null ? head : Buffer.concat([head, body.bytes]);
  if (random.isWithin(0.05)) {
    const part = bytes.subarray(0, random.below(bytes.length));
    return { ...from, bytes: part, afterwards: random.pick(['wait', 'end', 'break']) };
  }
  return {
    ...from,
    bytes,
    afterwards: random.isWithin(0.97) ? 'wait' : random.pick(['end', 'break']),
  };
}

const end = Buffer.from('\r\n');

function makeTarget(random: Random, template: string, material: Material): string {
  const filled = template.replaceAll(/\[([^\]]+)\]/g, (_whole, name: string) =>
    encode(random, makeValue(random, name, material)),
  );
  const query = random.isWithin(0.5)
    ? ''
    : `?${Array.from({ length: random.below(5) }, () => makeParameter(random, material)).join('&')}`;
  return `${random.isWithin(0.85) ? filled : distort(random, filled)}${query}`;
}

function makeValue(random: Random, name: string, { values }: Material): string {
  const own = values.get(name) ?? [];
  return own.length > 0 && random.isWithin(0.6)
    ? random.pick(own)
    : random.pick([...nastyTexts, ...[...values.values()].flatMap((each) => each.slice(0, 3))]);
}

function makeParameter(random: Random, material: Material): string {
  const name = random.isWithin(0.8) ? random.pick(material.names) : random.pick(nastyTexts);
  return `${encode(random, name)}=${encode(random, makeValue(random, name, material))}`;
}

/** Mostly as an address asks for, and sometimes not at all: then control characters and lone surrogates go out as they are. */
function encode(random: Random, text: string): string {
  if (random.isWithin(0.1)) {
    return text.replaceAll(/[\r\n ]/g, '');
  }
  // A lone surrogate cannot be encoded. In UTF-8 it becomes the replacement character.
  return encodeURIComponent(Buffer.from(text).toString());
}

function distort(random: Random, target: string): string {
  const at = random.below(target.length + 1);
  const insertion = random.pick([
    '/',
    '//',
    '/./',
    '/../',
    '%2e%2e/',
    '%',
    '%00',
    ';',
    '\\',
    '\u00e9',
    '\u0001',
    '#',
  ]);
  return random.pick([
    () => target.slice(0, at) + insertion + target.slice(at),
    () => `${target}/`,
    () => `${target}.json`,
    () => `${target}.rsc`,
    () => target.toUpperCase(),
    () => target.slice(0, at),
    () => `http://example.com${target}`,
    () => target + 'x'.repeat(20_000),
    () => '*',
    () => target.repeat(3),
  ])();
}
