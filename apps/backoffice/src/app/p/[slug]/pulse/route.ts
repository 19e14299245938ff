import { respondForPlace } from '@/server/respond-for-place';

type PulseRoute = { params: Promise<{ slug: string }> };

/** When somebody last changed something at this place: the screens read anew what they show when it moves. */
export function GET(_request: Request, { params }: PulseRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/pulse', params, 'housekeeper', async ({ place, client }) => {
    const version = await client.query((db) => db.rpc('get_place_version', { property_id: place.id }));
    return new Response(String(version), { headers: { 'content-type': 'text/plain' } });
  });
}
