import { getAvailability } from '@/features/property-page/queries';
import { propertyRoutes } from '@/guest-api/routes/property';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

export const GET = defineRoute(
  propertyRoutes.findAvailability,
  async ({ request, params, query, clientKey }) => ({
    body: await getAvailability(params.slug, query, {
      client: clientKey(),
      locale: readRequestLocale(request),
    }),
  }),
);
