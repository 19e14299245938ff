import { z } from 'zod';
import { defineRoute } from '@/server/define-route';
import { callGuestFunction } from '@/server/guest-database';

/** The process answers and reaches the database as the role it works with. Else: 503 `unavailable`. */
export const GET = defineRoute(
  {
    route: '/api/ready',
    method: 'GET',
    summary: 'Is the database reachable',
    tier: 'public',
    output: z.object({ status: z.literal('ready') }),
  },
  async () => {
    // Nobody's stay, which is refused: the cheapest question this role may ask.
    await callGuestFunction('get_own_stay', { subject: {} }, z.object({ ok: z.literal(false) }));
    return { body: { status: 'ready' as const } };
  },
);
