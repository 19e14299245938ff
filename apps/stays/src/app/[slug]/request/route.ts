import { type PageRequest, readPageError } from '@gudbro/api-kit';
import { requestKeySchema, slugParamsSchema } from '@gudbro/guest-api/property-page-schemas';
import { z } from 'zod';
import { isHttps } from '@/env';
import { requestBooking } from '@/features/property-page/queries';
import {
  clearDraftCookie,
  formatDraftCookie,
  type RequestDraft,
  requestErrors,
} from '@/features/property-page/request-draft';
import { type RequestForm, readRequestForm, requestFormSchema } from '@/features/property-page/request-form';
import { searchPath } from '@/features/property-page/search';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { issueFullSession } from '@/server/session/issue-full-session';
import { readPhone } from '@/server/session/phone-cookie';
import { verifyBooking } from '@/server/stay/proof-queries';

const route = '/[slug]/request';

/**
 * The target of the booking request form. Redirects to the booking code, signed in to the request, or back to the form with
 * the draft.
 */
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
  async ({ request, params: { slug }, body: form, session, clientKey }) => {
    const locale = readRequestLocale(request);
    const parsed = readRequestForm(form, locale);
    if (!parsed.ok) {
      return redirectToForm(slug, form, { error: { error: 'invalid_request' }, fields: parsed.fields });
    }
    try {
      const key = requestKeySchema.nullable().catch(null).parse(form.key);
      const client = clientKey();
      const { bookingCode } = await requestBooking(slug, parsed.request, { client, key, locale });
      const location = `/${slug}/requested?${new URLSearchParams({ code: bookingCode })}`;
      // A guest who is signed in to a stay keeps that session: a browser has one, and they may be staying now.
      const signedIn =
        session?.accessTier === 'full'
          ? []
          : await signInToRequest(bookingCode, parsed.request.guestLastName, { client, locale }, request);
      const cookies = [clearDraftCookie(slug, isHttps()), ...signedIn];
      return { body: '' as const, status: 303, headers: { location }, cookies };
    } catch (thrown) {
      // If the nights are invalid, the page finds out itself which date is wrong.
      return redirectToForm(slug, form, { error: readPageError(thrown, route, requestErrors), fields: [] });
    }
  },
);

/** The cookies of a session of the new request, whose name the guest has just typed. */
async function signInToRequest(
  bookingCode: string,
  lastName: string,
  callerArgs: { client: string; locale: string },
  request: PageRequest,
): Promise<string[]> {
  try {
    const phone = readPhone(request, isHttps());
    const stay = await verifyBooking(bookingCode, lastName, { ...callerArgs, phone });
    return (await issueFullSession(stay, request, phone)).cookies;
  } catch (thrown) {
    // The request is made. Without a session its page asks for the name, as for anybody who follows its link.
    readPageError(thrown, route, ['verification_failed', 'rate_limited']);
    return [];
  }
}

function redirectToForm(slug: string, form: RequestForm, draft: Omit<RequestDraft, 'values'>) {
  const { checkIn, checkOut, guests } = form;
  const path = searchPath(slug, { checkIn, checkOut, guests: Number(guests) });
  const cookies = [formatDraftCookie(slug, draft, form, isHttps())];
  return { body: '' as const, status: 303, headers: { location: `${path}&again=1#request` }, cookies };
}
