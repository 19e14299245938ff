import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceHandlers } from '@/app/api/service';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { readPublicKeys } = serviceHandlers;

const { privateKey } = generateKeyPairSync('ed25519');
const jwk = privateKey.export({ format: 'jwk' });

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays({
    GUEST_TOKEN_KEYS: JSON.stringify([
      { kid: 'pair', alg: 'EdDSA', jwk },
      { kid: 'shared', secret: 'a secret that only we know, long enough' },
    ]),
  });
});
afterAll(() => stays.close());

test('the JWKS has the public half of a key pair and nothing of a shared secret', async () => {
  const response = await stays.call(readPublicKeys, '/.well-known/jwks.json');
  const { keys } = await response.json();
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatchObject({ kid: 'pair', kty: 'OKP', x: jwk.x });
  expect(JSON.stringify(keys)).not.toContain(jwk.d);
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
});
