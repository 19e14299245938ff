import type { PageRequest } from '@gudbro/api-kit';
import { z } from 'zod';
import { formatCookie } from '@/server/format-cookie';
import { isOfflineCopyRequest } from '../offline/is-offline-copy-request';
import { deskContactsOf } from './desk-contacts';

const deskCookieName = 'gudbro_desk';
const lifetimeSeconds = 7 * 24 * 60 * 60;

const knownDeskSchema = z.object({
  name: z.string().max(200),
  phone: z.string().max(60).nullable(),
  whatsapp: z.string().max(60).nullable(),
});

/** The desk of the property whose page this browser opened last. */
export type KnownDesk = z.infer<typeof knownDeskSchema>;

type DeskOfProperty = { name: string; contactPhone: string | null; contactWhatsapp: string | null };

/**
 * Remembers the desk in the browser, so that a page that knows no property can still name a number: an error page, an
 * ended session, the page of a booking's link. That page tells nobody anything that this browser has not been shown.
 * Empty if the browser has this cookie already, and for the service worker's copy, which may arrive after a sign-out.
 */
export function formatDeskCookies(request: PageRequest, desk: DeskOfProperty, isSecure: boolean): string[] {
  const known: KnownDesk = { name: desk.name, ...deskContactsOf(desk) };
  const value = Buffer.from(JSON.stringify(known)).toString('base64url');
  return readValue(request) === value || isOfflineCopyRequest(request)
    ? []
    : [formatCookie({ name: deskCookieName, value, maxAgeSeconds: lifetimeSeconds, isSecure })];
}

export function formatClearedDeskCookie(isSecure: boolean): string {
  return formatCookie({ name: deskCookieName, value: '', maxAgeSeconds: 0, isSecure });
}

/** Null if there is no cookie or its content is not ours. */
export function readKnownDesk(request: PageRequest): KnownDesk | null {
  const text = Buffer.from(readValue(request), 'base64url').toString();
  const parsed = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue('is no JSON');
        return z.NEVER;
      }
    })
    .pipe(knownDeskSchema)
    .safeParse(text);
  return parsed.success ? parsed.data : null;
}

function readValue({ headers }: PageRequest): string {
  const pattern = new RegExp(`(?:^|;\\s*)${deskCookieName}=([^;]*)`);
  return pattern.exec(headers.get('cookie') ?? '')?.[1] ?? '';
}
