import type { ErrorBody } from '../errors/error-payloads.ts';

/**
 * What a form shows of its last submission; `null` before the first. An error of the table brings its payload along:
 * narrow it by `error`. `Own`: errors that only this action knows.
 */
export type FormState<Own extends string = never> =
  | { ok: true }
  | ((ErrorBody | { error: Own }) & {
      ok: false;
      /** What is wrong by field: the message its schema gives, which the screen has its own words for. */
      fields: Record<string, string>;
      /** What was typed, for the fields the action may give back. Never a password. */
      values: Record<string, string>;
    })
  | null;

/** What a handler returns: where to go next, or an error of its own. Errors of the table are thrown; redirects are not. */
export type ActionReply<Own extends string> = { ok: true; redirectTo?: string } | { ok: false; error: Own };
