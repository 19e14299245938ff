import { ApiError, currentRequest, describeFault, terminalLog } from '@gudbro/api-kit';
import { z } from 'zod';
import { isHttps } from '@/env';
import { requestKeySchema, slugParamsSchema } from '@/features/place/place';
import { requestBooking } from '@/features/place/queries';
import { clearDraftCookie, formatDraftCookie, type RequestDraft } from '@/features/place/request-draft';
import { type RequestForm, readRequestForm, requestFormSchema } from '@/features/place/request-form';
import { searchPath } from '@/features/place/search';
import { defineRoute } from '@/server/define-route';

const route = '/[slug]/request';

/** The booking form's target: on to the code, or back to the form with what was typed. */
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
    const reading = readRequestForm(form);
    if (!reading.ok) {
      return goBack(slug, form, { problem: 'fields', fields: reading.fields, retryAfterSeconds: null });
    }
    try {
      const key = requestKeySchema.nullable().catch(null).parse(form.key);
      const { bookingCode } = await requestBooking(slug, reading.request, { client: clientKey(), key });
      const location = `/${slug}/requested?${new URLSearchParams({ code: bookingCode })}`;
      const cookies = [clearDraftCookie(slug, isHttps())];
      return { body: '' as const, status: 303, headers: { location }, cookies };
    } catch (thrown) {
      return goBack(slug, form, describeProblem(thrown));
    }
  },
);

function goBack(slug: string, form: RequestForm, draft: Omit<RequestDraft, 'values'>) {
  const { checkIn, checkOut, guests } = form;
  const path = searchPath(slug, { checkIn, checkOut, guests: Number(guests) });
  const cookies = [formatDraftCookie(slug, draft, form, isHttps())];
  return { body: '' as const, status: 303, headers: { location: `${path}&again=1#request` }, cookies };
}

function describeProblem(thrown: unknown): Omit<RequestDraft, 'values'> {
  const { code, retryAfterSeconds } = thrown instanceof ApiError ? thrown : new ApiError('internal');
  switch (code) {
    case 'conflict':
    case 'not_found':
      return { problem: 'taken', fields: [], retryAfterSeconds: null };
    case 'rate_limited':
      return { problem: 'tooOften', fields: [], retryAfterSeconds };
    case 'invalid_request':
      // The page looks at the nights again, and says what is wrong with them.
      return { problem: 'fields', fields: [], retryAfterSeconds: null };
    default:
      terminalLog.fault({ requestId: currentRequest().requestId, route, ...describeFault(thrown) });
      return { problem: 'unavailable', fields: [], retryAfterSeconds: null };
  }
}
