import { propertyRoutes } from '@gudbro/guest-api/routes/property';
import { getPropertyPage } from '@/features/property-page/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

export const GET = defineRoute(propertyRoutes.readProperty, async ({ request, params, clientKey }) => ({
  body: await getPropertyPage(params.slug, clientKey(), readRequestLocale(request)),
}));
