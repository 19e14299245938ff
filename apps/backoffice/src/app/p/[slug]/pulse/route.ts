import { respondForPlace } from '@/server/respond-for-place';

type PulseRoute = { params: Promise<{ slug: string }> };

/** When somebody last changed something at this place, and what waits for a hand: screens read anew what they show when it moves. */
export function GET(_request: Request, { params }: PulseRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/pulse', params, 'housekeeper', async ({ place, client }) => {
    const pulse = await client.query((db) =>
      db.rpc('desk_pulse', { property_id: place.id }).overrideTypes<unknown, { merge: false }>(),
    );
    return Response.json(pulse);
  });
}
