import { type ApiError, type ErrorBody, errorBodySchema, type PageError } from '@gudbro/api-kit';
import type { PlainResponse } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import { readLocalPath } from '@/codes/read-local-path';

const shown = ['rate_limited', 'unavailable', 'internal', 'invalid_request'] as const;

/** Why a form was refused, for the page that shows it. */
export type RefusedForm = {
  error: PageError | ErrorBody<'invalid_request'>;
  /** The page the form is on. */
  path: string;
};

export const refusedFormPath = '/open/refused';

/** The page of a form is one level above its target, such as `/stay/BK-…/enter`. */
export function redirectToRefusedForm({ body }: ApiError, request: { url: string }): PlainResponse {
  const { pathname } = new URL(request.url);
  const query = new URLSearchParams({
    error: body.error,
    path: pathname.slice(0, pathname.lastIndexOf('/')) || '/',
    ...('retryAfterSeconds' in body ? { retryAfterSeconds: String(body.retryAfterSeconds) } : {}),
  });
  return { status: 303, headers: { Location: `${refusedFormPath}?${query}` }, cookies: [], content: null };
}

const errorSchema = errorBodySchema(shown);
const querySchema = z.object({
  path: z.string().nullable().catch(null),
  retryAfterSeconds: z.coerce.number().int().min(1).max(86_400).optional().catch(undefined),
});

/** Reads the address of the page. It may be typed by hand, so unknown errors become `invalid_request`. */
export function readRefusedForm(query: Record<string, string | string[] | undefined>): RefusedForm {
  const { path, retryAfterSeconds } = querySchema.parse(query);
  const error = errorSchema.safeParse({ error: query['error'], retryAfterSeconds });
  return { error: error.success ? error.data : { error: 'invalid_request' }, path: readLocalPath(path) };
}
