import type { RouteHandler } from '@gudbro/api-kit/routes';
import { contentRoutes } from '@gudbro/guest-api/routes/content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getDeals, getNumbers, getProperty, getServices } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

export const contentHandlers = {
  listDeals: defineRoute(contentRoutes.listDeals, async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const deals = await getDeals(subject, readRequestLocale(request));
    return { body: { deals } };
  }),

  readCatalogue: defineRoute(contentRoutes.readCatalogue, async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const services = await getServices(subject, readRequestLocale(request));
    return { body: services };
  }),

  readStayProperty: defineRoute(contentRoutes.readStayProperty, async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const property = await getProperty(subject, readRequestLocale(request));
    return { body: { property } };
  }),

  listUsefulNumbers: defineRoute(contentRoutes.listUsefulNumbers, async ({ request, session, params }) => {
    const subject = subjectForReading(session, params.code);
    const numbers = await getNumbers(subject, readRequestLocale(request));
    return { body: { numbers } };
  }),
} satisfies Record<keyof typeof contentRoutes, RouteHandler>;
