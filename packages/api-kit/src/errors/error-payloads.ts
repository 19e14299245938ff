import { z } from 'zod';
import type { ErrorCode } from './error-table.ts';

/** What a field of a request does wrong. It names the field and the rule, never what was sent. */
const issues = z.array(z.object({ path: z.array(z.string()), message: z.string() })).optional();

const retryAfterSeconds = z.int().positive();
const nothing = z.object({});

/**
 * What each error tells beside its code, by its schema. SQL returns and raises these fields, pages show them, and they go
 * to API clients as they stand here: never anything the caller may not know. A field that is not listed is dropped.
 */
export const errorPayloads = {
  invalid_request: z.object({
    reason: z
      .enum([
        'booking_is_impossible',
        'browse_needs_a_method',
        'client_is_missing',
        'nights_cannot_be_booked',
        'no_such_bed',
        'nothing_to_say',
        'order_needs_a_method',
        'rejection_needs_a_reason',
        'unknown_timezone',
      ])
      .optional(),
    issues,
    /** Of a form of our own pages: what is wrong by field, in the words of its schema. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
  invalid_room_code: z.object({ issues }),
  invalid_code: z.object({ issues }),
  session_expired: nothing,
  verification_failed: z.object({
    /** Absent where tries are not counted. 0: locked, for `retryAfterSeconds`. */
    triesLeft: z.int().nonnegative().optional(),
    retryAfterSeconds: retryAfterSeconds.optional(),
  }),
  verification_required: z.object({
    /** How a stay is proved there. */
    method: z.enum(['last_name', 'pin', 'room_number', 'none']),
    property: z.object({ name: z.string() }).optional(),
  }),
  wrong_stay: nothing,
  stay_ended: nothing,
  forbidden: nothing,
  room_not_found: nothing,
  not_found: z.object({ issues }),
  item_unavailable: z.object({
    items: z
      .array(
        z.object({
          itemId: z.string(),
          /** Empty where there is no such item. */
          name: z.string(),
          problem: z.enum(['gone', 'sold_out', 'closed', 'too_many']),
          maxQuantity: z.int().nullable(),
        }),
      )
      .min(1),
  }),
  conflict: z.object({
    /** Absent where a constraint of the database spoke and no function of ours. */
    reason: z
      .enum([
        'another_code_is_current',
        'audit_log_is_append_only',
        'bed_is_booked',
        'bed_is_taken',
        'key_was_used_for_another_order',
        'key_was_used_for_another_reply',
        'key_was_used_for_another_report',
        'last_owner',
        'total_changed',
      ])
      .optional(),
    /** With `total_changed`: what the order costs now. */
    totalMinor: z.int().optional(),
  }),
  illegal_step: z.object({
    reason: z.enum(['guests_cancel_the_desk_rejects', 'stay_is_not_confirmed']).optional(),
    /** The statuses, where the step is between two of them. */
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  too_large: nothing,
  unsupported_file: nothing,
  rate_limited: z.object({
    retryAfterSeconds: retryAfterSeconds.default(60),
    /** Locked after too many wrong answers, and not only asked too often. */
    locked: z.boolean().optional(),
  }),
  internal: nothing,
  unavailable: z.object({ retryAfterSeconds: retryAfterSeconds.default(5) }),
} satisfies Record<ErrorCode, z.ZodObject>;

type Payloads = typeof errorPayloads;

// zod types an object without fields as one that may have none at all, `error` and `cause` included.
type FieldsOf<Code extends ErrorCode, Type> = keyof Payloads[Code]['shape'] extends never ? unknown : Type;

/** What is given beside the code to throw an error. */
export type ErrorInput<Code extends ErrorCode> = {
  [One in Code]: FieldsOf<One, z.input<Payloads[One]>>;
}[Code];

/**
 * An error as SQL returns it, an `ApiError` carries it, a page shows it and the browser reads it. It is narrowed by
 * `error`; `ErrorBody<'conflict' | 'rate_limited'>` is one of these two.
 */
export type ErrorBody<Code extends ErrorCode = ErrorCode> = {
  [One in Code]: { error: One } & FieldsOf<One, z.output<Payloads[One]>>;
}[Code];
