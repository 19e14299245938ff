import { ApiError } from '@gudbro/api-kit';
import { readCalendar } from '@/features/calendar/queries';
import { findWindow, readView } from '@/features/calendar/views';
import { respondForPlace } from '@/server/respond-for-place';
import { findToday, isDay } from '@/shell/days/days';

type WindowRoute = { params: Promise<{ slug: string }> };

/** More days of the calendar, once somebody scrolls to them. The screen has the rooms already. */
export function GET(request: Request, { params }: WindowRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/calendar/window', params, 'staff', async ({ place, client }) => {
    const { searchParams } = new URL(request.url);
    const usual = findWindow(readView({}, findToday(new Date(), place.timezone)));
    const [from, to] = [searchParams.get('from') ?? usual.from, searchParams.get('to') ?? usual.to];
    if (!isDay(from) || !isDay(to)) {
      throw new ApiError('invalid_request', { reason: 'days_cannot_be_shown' });
    }
    const { rooms, types, ...days } = await readCalendar(client, place.id, { from, to });
    return Response.json(days);
  });
}
