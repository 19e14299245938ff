import type { ErrorBody } from '../errors/error-payloads.ts';

/** What a handler tells the form after a success. */
export type ActionDone = {
  /** Where the browser should go now. A form that was sent without a script is redirected instead. */
  goTo?: string;
  /** What was done: the key of the screen's text for it. */
  done?: string;
  /** The entry of the history that can undo it. */
  changeId?: string;
  /** What the form shows once and nobody can read again, such as the secret of an invitation. */
  shown?: Record<string, string>;
};

/**
 * The result of a form's last submission; `null` before the first. An error has its payload: narrow it by `error`.
 */
export type FormState =
  | ({ ok: true } & ActionDone)
  | (ErrorBody & {
      ok: false;
      /** What is wrong, by field: the message of the schema, for which the screen has its own text. */
      fields: Record<string, string>;
      /** What was typed into the fields that the action names in `refill`. */
      values: Record<string, string>;
    })
  | null;

/** What a handler returns: where to redirect to, if anywhere, or what the form is told. Errors are thrown, as `ApiError`. */
export type ActionResult = { redirectTo?: string } & ActionDone;
