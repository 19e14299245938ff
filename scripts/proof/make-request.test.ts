import { expect, test } from 'vitest';
import { type Material, makeRequest } from './make-request.ts';
import { createRandom } from './random.ts';

const material: Material = {
  addresses: [
    { app: 'stays', template: '/stay/room/[roomCode]', methods: ['GET'] },
    { app: 'backoffice', template: '/sign-in', methods: ['GET', 'POST'] },
  ],
  names: ['lastName', 'locale'],
  values: new Map([['roomCode', ['RM-SUNSET22']]]),
  tokens: ['a.b.c'],
  cookies: ['gudbro_guest=a.b.c'],
  hosts: { stays: 'localhost:3000', backoffice: 'localhost:3001' },
};

const make = (seed: number) => makeRequest(createRandom(seed), material);

test('the same seed makes the same request, so that one of a run can be repeated', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    expect(make(seed)).toEqual(make(seed));
  }
});

test('other seeds make other requests, to each address, right ones and wrong ones', () => {
  const requests = Array.from({ length: 2000 }, (_, seed) => make(seed));
  const texts = requests.map(({ bytes }) => bytes.toString('latin1'));
  expect(new Set(texts).size).toBeGreaterThan(1990);
  expect(new Set(requests.map(({ app }) => app))).toEqual(new Set(['stays', 'backoffice']));
  expect(texts.some((text) => text.startsWith('GET /stay/room/RM-SUNSET22 HTTP/1.1\r\n'))).toBe(true);
  expect(texts.some((text) => text.startsWith('TRACE '))).toBe(true);
  expect(texts.some((text) => !text.includes('\r\n\r\n'))).toBe(true);
});
