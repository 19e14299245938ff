import { joinRelay } from '@/server/place-relay';
import { readPulse } from '@/server/read-pulse';
import { respondForPlace } from '@/server/respond-for-place';

type LiveRoute = { params: Promise<{ slug: string }> };

// Neither our compression nor a proxy may hold events back until there are more.
const streamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** A session is not renewed within a stream, which cannot set cookies: the stream ends before the session would be. */
const beforeExpiryMs = 120_000;

/**
 * The pulse of a place as server-sent events, one every three seconds: the pulse where it has moved, and else `same`. One screen
 * asks the database for all screens of the place (place-relay.ts).
 */
export function GET(request: Request, { params }: LiveRoute): Promise<Response> {
  return respondForPlace('/p/[slug]/pulse/live', params, 'housekeeper', async ({ place, client }) => {
    const { data } = await client.auth((auth) => auth.getSession());
    const lifeMs = (data.session?.expires_at ?? 0) * 1000 - Date.now() - beforeExpiryMs;
    if (lifeMs <= 0) {
      // The browser does not try a stream again after this, so its script asks until the session is renewed.
      return new Response(null, { status: 204 });
    }
    const stream = openStream(AbortSignal.any([request.signal, AbortSignal.timeout(lifeMs)]), (tell, end) =>
      joinRelay(place.id, {
        seesCounts: place.role !== 'housekeeper',
        read: () => readPulse(client, place.id),
        tell: (pulse) => tell(pulse ?? 'same'),
        end,
      }),
    );
    return new Response(stream, { headers: streamHeaders });
  });
}

type Join = (tell: (data: string) => void, end: () => void) => Promise<() => void>;

/** A stream of events that ends with the signal, or when it is told to. */
function openStream(signal: AbortSignal, join: Join): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const closed = new AbortController();
  return new ReadableStream({
    async start(controller) {
      const end = () => {
        if (!closed.signal.aborted) {
          closed.abort();
          controller.close();
        }
      };
      signal.addEventListener('abort', end, { once: true });
      const leave = await join((data) => {
        if (!closed.signal.aborted) {
          controller.enqueue(encoder.encode(`data: ${data}\n\n`));
        }
      }, end);
      closed.signal.addEventListener('abort', leave, { once: true });
      if (closed.signal.aborted) {
        leave();
      }
    },
    cancel: () => closed.abort(),
  });
}
