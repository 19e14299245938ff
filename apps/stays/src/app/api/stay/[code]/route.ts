import { z } from 'zod';
import { stayParamsSchema } from '@/codes/stay-code';
import { defineRoute } from '@/server/api/define-route';

const asksOf = { room: 'nothing', booking: 'last_name', access: 'nothing' } as const;

/** Tells the kind of a code and what a guest has to prove for it, from its form alone: the code may not exist. */
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
