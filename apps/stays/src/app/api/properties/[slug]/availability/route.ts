import { propertyRoutes } from '@gudbro/guest-api/routes/property';
import { getAvailability } from '@/features/property-page/queries';
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
