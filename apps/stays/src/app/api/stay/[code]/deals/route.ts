import { contentRoutes } from '@gudbro/guest-api/routes/content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getDeals } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

export const GET = defineRoute(contentRoutes.listDeals, async ({ request, session, params }) => {
  const subject = subjectForReading(session, params.code);
  const deals = await getDeals(subject, readRequestLocale(request));
  return { body: { deals } };
});
