import type { ErrorCode } from '../errors/error-table.ts';

/** What a form shows of its last submission; `null` before the first. `Refusal`: the action's own expected outcomes. */
export type FormState<Refusal extends string = never> =
  | { ok: true }
  | {
      ok: false;
      error: ErrorCode | Refusal;
      /** What is wrong by field: the message its schema gives, which the screen has its own words for. */
      fields: Record<string, string>;
      /** What was typed, for the fields the action may give back. Never a password. */
      values: Record<string, string>;
    }
  | null;

/** What a handler answers. Where to go next is an answer: a handler throws no redirect. */
export type ActionReply<Refusal extends string> =
  | { ok: true; redirectTo?: string }
  | { ok: false; error: Refusal };
