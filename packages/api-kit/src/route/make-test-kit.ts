import { createGuestAuth } from '@gudbro/auth';
import { z } from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import { createJsonLog } from '../request-log.ts';
import { createRouteKit } from './create-route-kit.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
export const room = { propertyId: 'p-1', roomId: 'r-1', roomCode: 'RM-SUNSET22' };
export const auth = createGuestAuth({
  issuer: 'https://stays.test',
  audience: 'stays',
  keys: [{ kid: 'a', secret: 'a secret of the test, long enough to sign' }],
  clock,
});

/** A route kit with a fixed clock, and the lines it logs. */
export function makeKit() {
  const lines: string[] = [];
  const defineRoute = createRouteKit(() => options);
  const options = {
    origin: 'https://stays.test',
    newRequestId: () => 'request-1',
    auth,
    log: createJsonLog((line) => lines.push(line), clock),
    readAddress: () => '203.0.113.7',
    clientSalt: 'a salt of the test, as long as a real one',
    findMethod: async () => 'last_name' as const,
    clock,
    respondToForm: ({ code }: ApiError) => ({
      status: 303,
      headers: { location: `/${code}` },
      cookies: [],
      content: null,
    }),
  };
  return { defineRoute, lines };
}

const incoming = { params: Promise.resolve({}) };
export const url = 'https://stays.test/api/stay/RM-SUNSET22/things?limit=5';
export const call = (handler: ReturnType<ReturnType<typeof createRouteKit>>, init: RequestInit = {}) =>
  handler(new Request(url, init), incoming);

export const takesName = {
  route: '/t',
  summary: 'A test',
  method: 'POST',
  tier: 'public',
  body: z.strictObject({ name: z.string().max(10) }),
  output: z.object({ name: z.string() }),
} as const;

export const json = { 'content-type': 'application/json' };
