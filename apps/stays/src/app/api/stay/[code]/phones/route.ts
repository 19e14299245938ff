import { stayParamsSchema } from '@/codes/stay-code';
import { phonesResponseSchema } from '@/guest-api/phone';
import { defineRoute } from '@/server/api/define-route';
import { listPhones } from '@/server/stay/phone-queries';
import { subjectOf } from '@/server/stay/stay-subject';

export const GET = defineRoute(
  {
    route: '/api/stay/[code]/phones',
    method: 'GET',
    tier: 'full',
    summary: 'List the phones on the stay',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: phonesResponseSchema,
    errors: ['wrong_stay'],
  },
  async ({ session, params }) => ({ body: { phones: await listPhones(subjectOf(session, params.code)) } }),
);
