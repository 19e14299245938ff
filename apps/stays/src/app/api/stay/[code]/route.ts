import { z } from 'zod';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { defineRoute } from '@/server/define-route';

const asksOf = { room: 'nothing', booking: 'last_name', access: 'nothing' } as const;

/** Which kind of code this is and what has to be asked for it. Says nothing of whether it exists. */
export const GET = defineRoute(
  {
    route: '/api/stay/[code]',
    method: 'GET',
    tier: 'public',
    isLocal: true,
    summary: 'Recognise a code',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: z.object({ kind: z.enum(['room', 'booking', 'access']), asks: z.enum(['nothing', 'last_name']) }),
  },
  async ({ params: { code } }) => ({ body: { kind: code.kind, asks: asksOf[code.kind] } }),
);
