import { sessionRoutes } from '@gudbro/guest-api/routes/session';
import { defineRoute } from '@/server/api/define-route';
import { listPhones } from '@/server/stay/phone-queries';
import { subjectOf } from '@/server/stay/stay-subject';

export const GET = defineRoute(sessionRoutes.listPhones, async ({ session, params }) => ({
  body: { phones: await listPhones(subjectOf(session, params.code)) },
}));
