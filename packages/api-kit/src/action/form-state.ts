import type { ErrorBody } from '../errors/error-payloads.ts';

/**
 * The result of a form's last submission; `null` before the first. An error of the error table has its payload: narrow it
 * by `error`. `Own`: errors that only this action has.
 */
export type FormState<Own extends string = never> =
  | { ok: true }
  | ((ErrorBody | { error: Own }) & {
      ok: false;
      /** What is wrong, by field: the message of the schema, for which the screen has its own text. */
      fields: Record<string, string>;
      /** What was typed into the fields that the action names in `refill`. */
      values: Record<string, string>;
    })
  | null;

/** What a handler returns: the path to redirect to, or an error of its own. It throws errors of the error table. */
export type ActionResult<Own extends string> = { ok: true; redirectTo?: string } | { ok: false; error: Own };
