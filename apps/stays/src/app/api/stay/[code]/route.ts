import { roomRoutes } from '@gudbro/guest-api/routes/room';
import { defineRoute } from '@/server/api/define-route';

const asksOf = { room: 'nothing', booking: 'last_name', access: 'nothing' } as const;

/** Tells the kind of a code and what a guest has to prove for it, from its form alone: the code may not exist. */
export const GET = defineRoute(roomRoutes.recogniseCode, async ({ params: { code } }) => ({
  body: { kind: code.kind, asks: asksOf[code.kind] },
}));
