import fc from 'fast-check';
import { encodePart } from './test-auth.ts';

/** One way to forge. Gets a valid token and another one; may give back what it got. */
export type Mutation = (token: string, other: string) => string;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ALGS = [
  'none',
  'None',
  'HS256',
  'hs256',
  'HS384',
  'HS512',
  'RS256',
  'PS256',
  'ES256',
  'EdDSA',
  'Ed25519',
  '',
  1,
];
const KIDS = ['hs', 'ed', 'es', 'legacy', '', '../hs', 'HS', null];
const TYPES = ['JWT', 'at+jwt', 'gudbro-guest+jwt', 'application/gudbro-guest+jwt', 'GUDBRO-GUEST+JWT', null];

function splitToken(token: string): [string, string, string] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [header, payload, signature];
}

function decodePart(part: string): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function patchPart(index: 0 | 1, patch: Record<string, unknown>): Mutation {
  return (token) => {
    const parts = splitToken(token);
    parts[index] = encodePart({ ...decodePart(parts[index]), ...patch });
    return parts.join('.');
  };
}

const position = fc.nat(1_000_000);

const flipBit = fc.tuple(position, fc.nat(6)).map(
  ([at, bit]): Mutation =>
    (token) => {
      const bytes = Buffer.from(token, 'latin1');
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      return bytes.toString('latin1');
    },
);

const replaceCharacter = fc.tuple(position, fc.nat(63)).map(
  ([at, letter]): Mutation =>
    (token) => {
      const index = at % token.length;
      return token.slice(0, index) + ALPHABET.charAt(letter) + token.slice(index + 1);
    },
);

// The spare bits of a last character, padding, white space, the other alphabet: bytes unchanged, text not.
const respell = fc.tuple(fc.nat(2), fc.nat(63), fc.constantFrom('last', '=', '==', ' ', '\n', 'plus')).map(
  ([index, letter, how]): Mutation =>
    (token) => {
      const parts = splitToken(token);
      const part = parts[index] ?? '';
      if (how === 'last') parts[index] = part.slice(0, -1) + ALPHABET.charAt(letter);
      else if (how === 'plus') parts[index] = part.replaceAll('-', '+').replaceAll('_', '/');
      else parts[index] = part + how;
      return parts.join('.');
    },
);

const cut = position.map(
  (at): Mutation =>
    (token) =>
      token.slice(0, at % token.length),
);
const cutFront = position.map(
  (at): Mutation =>
    (token) =>
      token.slice(1 + (at % token.length)),
);
const insert = fc.tuple(position, fc.string({ minLength: 1, maxLength: 3 })).map(
  ([at, text]): Mutation =>
    (token) => {
      const index = at % (token.length + 1);
      return token.slice(0, index) + text + token.slice(index);
    },
);

const swapParts = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }).map(
  (choice): Mutation =>
    (token, other) => {
      const [own, foreign] = [splitToken(token), splitToken(other)];
      return own.map((part, index) => (choice[index] ? foreign[index] : part)).join('.');
    },
);

const reorderParts = fc.shuffledSubarray([0, 1, 2], { minLength: 1 }).map(
  (order): Mutation =>
    (token) => {
      const parts = splitToken(token);
      return order.map((index) => parts[index]).join('.');
    },
);

const changeHeader = fc.oneof(
  fc.constantFrom(...ALGS).map((alg) => patchPart(0, { alg })),
  fc.constantFrom(...KIDS).map((kid) => patchPart(0, { kid })),
  fc.constantFrom(...TYPES).map((typ) => patchPart(0, { typ })),
  fc.constantFrom('crit', 'b64', 'jwk', 'jku', 'x5c', 'zip').map((name) => patchPart(0, { [name]: ['b64'] })),
);

const changePayload = fc.oneof(
  fc.constantFrom('browse', 'full', 'admin').map((accessTier) => patchPart(1, { accessTier })),
  fc
    .tuple(fc.constantFrom('propertyId', 'bookingId', 'sessionId', 'roomId', 'iss', 'aud'), fc.string())
    .map(([name, value]) => patchPart(1, { [name]: value })),
  fc
    .tuple(fc.constantFrom('exp', 'iat', 'nbf'), fc.integer())
    .map(([name, value]) => patchPart(1, { [name]: value })),
);

/** Any one forgery that needs no key. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  flipBit,
  replaceCharacter,
  respell,
  cut,
  cutFront,
  insert,
  swapParts,
  reorderParts,
  changeHeader,
  changePayload,
);
