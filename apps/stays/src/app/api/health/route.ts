import { serviceRoutes } from '@gudbro/guest-api/routes/service';
import { defineRoute } from '@/server/api/define-route';

/** Responds as long as the process runs, without the database. */
export const GET = defineRoute(serviceRoutes.checkHealth, async () => ({ body: { status: 'ok' as const } }));
