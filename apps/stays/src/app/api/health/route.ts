import { z } from 'zod';
import { defineRoute } from '@/server/api/define-route';

/** Responds as long as the process runs, without the database. */
export const GET = defineRoute(
  {
    route: '/api/health',
    method: 'GET',
    summary: 'Is the process alive',
    tier: 'public',
    isLocal: true,
    output: z.object({ status: z.literal('ok') }),
  },
  async () => ({ body: { status: 'ok' as const } }),
);
