import { serviceRoutes } from '@gudbro/guest-api/routes/service';
import { defineRoute } from '@/server/api/define-route';
import { guestAuth } from '@/server/guest-auth';

/** The public keys, with which other apps can verify a guest token but cannot issue one. */
export const GET = defineRoute(serviceRoutes.readPublicKeys, async () => ({
  body: { keys: [...guestAuth().toJwks().keys] },
  headers: { 'Cache-Control': 'public, max-age=300' },
}));
