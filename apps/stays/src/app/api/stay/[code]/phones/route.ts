import { phonesResponseSchema } from '@/features/phones/phone';
import { listPhones } from '@/features/phones/queries';
import { stayParamsSchema } from '@/features/stay/stay-code';
import { subjectOf } from '@/features/stay/stay-subject';
import { defineRoute } from '@/server/define-route';

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
