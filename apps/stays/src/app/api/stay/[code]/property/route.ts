import { contentRoutes } from '@gudbro/guest-api/routes/content';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { getProperty } from '@/server/stay/content-queries';
import { subjectForReading } from '@/server/stay/stay-subject';

export const GET = defineRoute(contentRoutes.readStayProperty, async ({ request, session, params }) => {
  const subject = subjectForReading(session, params.code);
  const property = await getProperty(subject, readRequestLocale(request));
  return { body: { property } };
});
