import { ApiError } from '@gudbro/api-kit';
import { movesField } from '@/features/calendar/move-fields';
import { previewMoves } from '@/features/calendar/queries';
import { respondForPlace } from '@/server/respond-for-place';

type PreviewRoute = { params: Promise<{ slug: string }> };

/** What some moves would cost and whom they would meet, before they are done. */
export function GET(request: Request, { params }: PreviewRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/calendar/preview', params, 'staff', async ({ place, client }) => {
    const sent = new URL(request.url).searchParams.get('moves');
    if (sent === null) {
      return Response.json({ moves: [], warnings: [] });
    }
    const moves = movesField.safeParse(sent);
    if (!moves.success) {
      throw new ApiError('invalid_request');
    }
    return Response.json(await previewMoves(client, place.id, moves.data));
  });
}
