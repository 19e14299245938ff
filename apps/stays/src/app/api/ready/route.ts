import { z } from 'zod';
import { tryGuestFunction } from '@/server/call-guest-function';
import { defineRoute } from '@/server/define-route';

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
    // Nobody's stay has no session: the cheapest call this role may make.
    const reply = await tryGuestFunction('check_stay', { subject: {} }, z.never());
    if (reply.code !== 'session_expired') {
      throw reply;
    }
    return { body: { status: 'ready' as const } };
  },
);
