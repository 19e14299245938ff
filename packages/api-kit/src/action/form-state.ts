import type { ErrorBody } from '../errors/error-payloads.ts';

/**
 * The result of a form's last submission; `null` before the first. An error has its payload: narrow it by `error`.
 */
export type FormState =
  | { ok: true }
  | (ErrorBody & {
      ok: false;
      /** What is wrong, by field: the message of the schema, for which the screen has its own text. */
      fields: Record<string, string>;
      /** What was typed into the fields that the action names in `refill`. */
      values: Record<string, string>;
    })
  | null;

/** What a handler returns: where to redirect to, if anywhere. Errors are thrown, as `ApiError`. */
export type ActionResult = { redirectTo?: string };
