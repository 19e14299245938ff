import 'server-only';
import type { AnyRouteDefinition } from '@gudbro/api-kit/routes';

// Listed by hand, since a bundle cannot list a folder. A test compares the list with the files.
const modules = () => [
  import('@/app/.well-known/jwks.json/route'),
  import('@/app/api/guest-sessions/open/route'),
  import('@/app/api/health/route'),
  import('@/app/api/openapi.json/route'),
  import('@/app/api/properties/[slug]/availability/route'),
  import('@/app/api/properties/[slug]/bookings/route'),
  import('@/app/api/properties/[slug]/route'),
  import('@/app/api/ready/route'),
  import('@/app/api/stay/[code]/deals/route'),
  import('@/app/api/stay/[code]/incidents/[id]/replies/route'),
  import('@/app/api/stay/[code]/incidents/route'),
  import('@/app/api/stay/[code]/orders/[id]/route'),
  import('@/app/api/stay/[code]/orders/route'),
  import('@/app/api/stay/[code]/phones/[id]/route'),
  import('@/app/api/stay/[code]/phones/route'),
  import('@/app/api/stay/[code]/property/route'),
  import('@/app/api/stay/[code]/route'),
  import('@/app/api/stay/[code]/services/route'),
  import('@/app/api/stay/[code]/useful-numbers/route'),
  import('@/app/api/stay/room/[roomCode]/route'),
  import('@/app/api/stay/room/[roomCode]/verify/route'),
  import('@/app/api/stay/session/route'),
  import('@/app/api/stay/verify/route'),
];

/** The definitions of all routes of the API. */
export async function listApiRoutes(): Promise<AnyRouteDefinition[]> {
  const loaded = await Promise.all(modules());
  return loaded.flatMap((handlers) => Object.values(handlers).map((handler) => handler.definition));
}
