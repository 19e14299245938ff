import type { PageRequest } from '@gudbro/api-kit';
import { slugParamsSchema } from '@gudbro/guest-api/property-page-schemas';
import { z } from 'zod';
import { deskContactsOf } from '../desk-contacts';
import { formatCookie } from '../format-cookie';
import { decodeCookieValue, encodeCookieValue, readCookie } from '../read-cookie';
import { isOfflineCopyRequest } from './is-offline-copy-request';

const deskCookieName = 'gudbro_desk';
const lifetimeSeconds = 7 * 24 * 60 * 60;

const knownDeskSchema = z.object({
  name: z.string().max(200),
  /** For the address of its privacy notice. */
  slug: slugParamsSchema.shape.slug,
  phone: z.string().max(60).nullable(),
  whatsapp: z.string().max(60).nullable(),
});

/** The desk of the property whose page this browser opened last. */
export type KnownDesk = z.infer<typeof knownDeskSchema>;

type DeskOfProperty = {
  name: string;
  slug: string;
  contactPhone: string | null;
  contactWhatsapp: string | null;
};

/**
 * The cookie that stores the desk, so that a page that knows no property can still show its number and lead to its privacy
 * notice: an error page, an ended session, the page of a booking's link. Such a page shows nothing that this browser has not been shown before.
 * Empty if the browser has this cookie already, and for the service worker's copy, which may arrive after a sign-out.
 */
export function formatDeskCookies(request: PageRequest, desk: DeskOfProperty, isSecure: boolean): string[] {
  const known: KnownDesk = { name: desk.name, slug: desk.slug, ...deskContactsOf(desk) };
  const value = encodeCookieValue(known);
  return readCookie(request, deskCookieName) === value || isOfflineCopyRequest(request)
    ? []
    : [formatCookie({ name: deskCookieName, value, maxAgeSeconds: lifetimeSeconds, isSecure })];
}

export function formatClearedDeskCookie(isSecure: boolean): string {
  return formatCookie({ name: deskCookieName, value: '', maxAgeSeconds: 0, isSecure });
}

/** Null if there is no cookie or its content is not ours. */
export function readKnownDesk(request: PageRequest): KnownDesk | null {
  return decodeCookieValue(readCookie(request, deskCookieName), knownDeskSchema);
}
