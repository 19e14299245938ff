import { z } from 'zod';
import { defineRoute } from '@/server/api/define-route';
import { guestAuth } from '@/server/guest-auth';

/** The public keys, with which other apps can verify a guest token but cannot issue one. */
export const GET = defineRoute(
  {
    route: '/.well-known/jwks.json',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'Public keys of guest tokens',
    output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  },
  async () => ({
    body: { keys: [...guestAuth().toJwks().keys] },
    headers: { 'Cache-Control': 'public, max-age=300' },
  }),
);
