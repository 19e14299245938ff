import { readPageError } from '@gudbro/api-kit';
import { z } from 'zod';
import { isHttps } from '@/env';
import { requestKeySchema, slugParamsSchema } from '@/features/property-page/property-page-schemas';
import { requestBooking } from '@/features/property-page/queries';
import {
  clearDraftCookie,
  formatDraftCookie,
  type RequestDraft,
  requestErrors,
} from '@/features/property-page/request-draft';
import { type RequestForm, readRequestForm, requestFormSchema } from '@/features/property-page/request-form';
import { searchPath } from '@/features/property-page/search';
import { defineRoute } from '@/server/define-route';

const route = '/[slug]/request';

/** The target of the booking request form. Redirects to the booking code, or back to the form with the draft. */
export const POST = defineRoute(
  {
    route,
    method: 'POST',
    tier: 'public',
    summary: 'Request a booking from the property page',
    params: slugParamsSchema,
    paramsError: 'not_found',
    body: requestFormSchema,
    form: true,
    output: z.literal(''),
    contentType: 'text/plain',
  },
  async ({ params: { slug }, body: form, clientKey }) => {
    const parsed = readRequestForm(form);
    if (!parsed.ok) {
      return redirectToForm(slug, form, { error: { error: 'invalid_request' }, fields: parsed.fields });
    }
    try {
      const key = requestKeySchema.nullable().catch(null).parse(form.key);
      const { bookingCode } = await requestBooking(slug, parsed.request, { client: clientKey(), key });
      const location = `/${slug}/requested?${new URLSearchParams({ code: bookingCode })}`;
      const cookies = [clearDraftCookie(slug, isHttps())];
      return { body: '' as const, status: 303, headers: { location }, cookies };
    } catch (thrown) {
      // If the nights are invalid, the page finds out itself which date is wrong.
      return redirectToForm(slug, form, { error: readPageError(thrown, route, requestErrors), fields: [] });
    }
  },
);

function redirectToForm(slug: string, form: RequestForm, draft: Omit<RequestDraft, 'values'>) {
  const { checkIn, checkOut, guests } = form;
  const path = searchPath(slug, { checkIn, checkOut, guests: Number(guests) });
  const cookies = [formatDraftCookie(slug, draft, form, isHttps())];
  return { body: '' as const, status: 303, headers: { location: `${path}&again=1#request` }, cookies };
}
