import type { ApiError, ErrorCode, PlainAnswer } from '@gudbro/api-kit';
import { z } from 'zod';
import { readLocalPath } from '../language/read-local-path';

/** Why a form did not get through, for the page that says so. */
export type RefusedForm = {
  reason: 'rate_limited' | 'unavailable' | 'internal' | 'refused';
  waitSeconds: number;
  /** The page the form is on. */
  path: string;
};

const reasonOfCode: Partial<Record<ErrorCode, RefusedForm['reason']>> = {
  rate_limited: 'rate_limited',
  unavailable: 'unavailable',
  internal: 'internal',
};

const querySchema = z.object({
  reason: z.enum(['rate_limited', 'unavailable', 'internal', 'refused']).catch('refused'),
  wait: z.coerce.number().int().min(1).max(86_400).catch(60),
  path: z.string().nullable().catch(null),
});

export const refusedFormPath = '/open/refused';

/** A form's target lies below the page it is on: `/stay/BK-…/enter`. */
export function sendToRefusal({ code, retryAfterSeconds }: ApiError, request: { url: string }): PlainAnswer {
  const { pathname } = new URL(request.url);
  const query = new URLSearchParams({
    reason: reasonOfCode[code] ?? 'refused',
    path: pathname.slice(0, pathname.lastIndexOf('/')) || '/',
    ...(retryAfterSeconds === null ? {} : { wait: String(retryAfterSeconds) }),
  });
  return { status: 303, headers: { location: `${refusedFormPath}?${query}` }, cookies: [], text: null };
}

export function readRefusedForm(query: Record<string, string | string[] | undefined>): RefusedForm {
  const { reason, wait, path } = querySchema.parse(query);
  return { reason, waitSeconds: wait, path: readLocalPath(path) };
}

/** How the page answers that has this to say. */
export function statusOfRefusedForm({ reason, waitSeconds }: RefusedForm) {
  const retryAfter = (seconds: number) => ({ headers: { 'Retry-After': String(seconds) } });
  switch (reason) {
    case 'rate_limited':
      return { status: 429, ...retryAfter(waitSeconds) };
    case 'unavailable':
      return { status: 503, ...retryAfter(5) };
    case 'internal':
      return { status: 500 };
    case 'refused':
      return { status: 400 };
  }
}
