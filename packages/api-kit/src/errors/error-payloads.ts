import { z } from 'zod';
import type { ErrorCode } from './error-codes.ts';

/** What is wrong with the fields of a request: the field and the rule, never the value that was sent. */
const issues = z.array(z.object({ path: z.array(z.string()), message: z.string() })).optional();

// No limit and no lock lasts longer than a day. A second day allows for a lock that another connection set while this call
// waited for it.
const retryAfterSeconds = z
  .int()
  .positive()
  .max(2 * 86_400);
/** The name of a status, such as `checked_in`, and no other text. */
const status = z.string().regex(/^[a-z_]+$/);
const nothing = z.object({});
/** The stay or the block that holds a bed, as the desk reads it. */
const obstacle = z.object({
  kind: z.enum(['stay', 'block']),
  id: z.string(),
  guestName: z.string().optional(),
  blockKind: z.string().optional(),
  status: z.string().optional(),
  roomId: z.string(),
  bed: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  version: z.string(),
});

/**
 * The payload of each error, as a schema. SQL returns and raises these fields, pages show them, and API clients get them
 * unchanged, so none may contain what the caller may not know. A field that is not listed is dropped.
 */
export const errorPayloads = {
  invalid_request: z.object({
    reason: z
      .enum([
        'block_is_impossible',
        'booking_is_impossible',
        'browse_needs_a_method',
        'copies_are_forbidden',
        'client_is_missing',
        'days_cannot_be_shown',
        'erasure_needs_a_reason',
        'hidden_occupancy_needs_a_proof',
        'hours_are_impossible',
        'moves_are_impossible',
        'nights_cannot_be_booked',
        'no_such_bed',
        'nothing_to_print',
        'printing_is_impossible',
        'nothing_to_say',
        'order_needs_a_method',
        'reason_is_too_long',
        'place_is_impossible',
        'rejection_needs_a_reason',
        'fields_are_unconfirmed',
        'rooms_cannot_be_added',
        'session_end_is_impossible',
        'session_is_impossible',
        'stay_is_too_short',
        'switches_do_not_fit_the_role',
        'undo_needs_a_reason',
        'time_is_not_ahead',
        'unknown_timezone',
      ])
      .optional(),
    /** With `stay_is_too_short`: how many nights it has to have. */
    minimumNights: z.int().optional(),
    issues,
    /** For a form of our own pages: what is wrong, by field, as the message of the form's schema. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
  invalid_room_code: z.object({ issues }),
  invalid_code: z.object({ issues }),
  session_expired: nothing,
  verification_failed: z.object({
    /** Absent where attempts are not counted. 0: locked for `retryAfterSeconds`. */
    triesLeft: z.int().nonnegative().optional(),
    retryAfterSeconds: retryAfterSeconds.optional(),
  }),
  wrong_password: nothing,
  email_not_confirmed: nothing,
  verification_required: z.object({
    /** The property's verification method. */
    method: z.enum(['last_name', 'pin', 'room_number', 'none']),
    /** Where a property hides its rooms: what it shows all the same. */
    property: z
      .object({
        name: z.string(),
        /** For the address of its privacy notice. */
        slug: z.string(),
        contactPhone: z.string().nullable(),
        contactWhatsapp: z.string().nullable(),
      })
      .optional(),
  }),
  wrong_stay: nothing,
  stay_ended: nothing,
  stay_not_begun: z.object({
    /** The first day of the stay, by the property's clock. */
    beginsOn: z.iso.date(),
  }),
  forbidden: nothing,
  room_not_found: nothing,
  // Neither the room nor its property: whoever the code was replaced for learns nothing from it.
  room_code_replaced: nothing,
  not_found: z.object({ issues }),
  item_unavailable: z.object({
    items: z
      .array(
        z.object({
          itemId: z.string(),
          /** Empty where no such item exists. */
          name: z.string(),
          problem: z.enum(['gone', 'sold_out', 'closed', 'too_many']),
          maxQuantity: z.int().nullable(),
        }),
      )
      .min(1),
  }),
  conflict: z.object({
    /** Absent where a constraint of the database was violated: only our functions name a reason. */
    reason: z
      .enum([
        'already_member',
        'another_code_is_current',
        'audit_log_is_append_only',
        'bed_is_booked',
        'bed_is_taken',
        'changed_meanwhile',
        'consent_changed',
        'document_is_held',
        'document_is_kept_by_law',
        'guest_has_no_address',
        'hours_overlap',
        'invitation_has_expired',
        'code_has_ended',
        'invitation_is_used',
        'key_was_used_for_another_document',
        'key_was_used_for_another_group',
        'key_was_used_for_another_note',
        'key_was_used_for_another_order',
        'key_was_used_for_another_reply',
        'key_was_used_for_another_session',
        'key_was_used_for_another_report',
        'last_owner',
        'print_is_old',
        'not_undoable',
        'parent_is_gone',
        'person_has_documents',
        'still_used',
        'taken_meanwhile',
        'picture_is_gone',
        'picture_is_not_stored',
        'picture_is_used',
        'too_many_invitations',
        'too_many_pictures',
        'room_has_stays',
        'country_is_fixed',
        'currency_is_fixed',
        'no_such_room',
        'room_is_not_clean',
        'room_is_out_of_order',
        'room_is_switched_off',
        'seasons_overlap',
        'total_changed',
        'type_has_rooms',
        'undone_already',
        'walk_is_finished',
        'wanted_time_has_passed',
        'wanted_time_is_after_check_out',
      ])
      .optional(),
    /** With `total_changed`: what the order or the stay costs now. Absent where a stay has no price any more. */
    totalMinor: z.int().optional(),
    /** With `bed_is_taken` and `hours_overlap`, for the desk alone: the stay that was to go there, and what is there. */
    bookingId: z.string().optional(),
    obstacle: obstacle.optional(),
    /** With `document_is_kept_by_law`: until when. */
    until: z.iso.datetime().optional(),
    /** With `changed_meanwhile`, for a form of our own pages: the values of now by field, and their version. */
    theirs: z.record(z.string(), z.string()).optional(),
    version: z.string().optional(),
  }),
  illegal_step: z.object({
    reason: z
      .enum([
        'documents_are_off',
        'documents_need_a_booking',
        'guest_has_arrived',
        'guest_is_in_house',
        'guests_cancel_the_desk_rejects',
        'no_pictures_here',
        'nothing_to_cancel',
        'picture_is_missing',
        'stay_has_no_room',
        'stay_has_not_begun',
        'stay_is_not_confirmed',
        'stay_is_over',
        'too_many_documents',
      ])
      .optional(),
    /** Where one call takes a step with several stays, for the desk alone: which of them cannot. */
    bookingId: z.string().optional(),
    /** The statuses, where the step is between two of them. */
    from: status.optional(),
    to: status.optional(),
  }),
  too_large: nothing,
  unsupported_file: nothing,
  rate_limited: z.object({
    retryAfterSeconds: retryAfterSeconds.default(60),
    /** True: locked after too many wrong answers. Otherwise there were too many requests. */
    locked: z.boolean().optional(),
  }),
  internal: nothing,
  unavailable: z.object({
    retryAfterSeconds: retryAfterSeconds.default(5),
    /** Absent where the database cannot be reached. With `photos_are_waiting` nothing was done. */
    reason: z.enum(['photos_are_waiting']).optional(),
  }),
} satisfies Record<ErrorCode, z.ZodObject>;

type Payloads = typeof errorPayloads;

// zod's type of an object without fields forbids every field, and so `error` and `cause` too.
type FieldsOf<Code extends ErrorCode, Type> = keyof Payloads[Code]['shape'] extends never ? unknown : Type;

/** The payload that is given to throw an error, before its defaults are filled in. */
export type ErrorInput<Code extends ErrorCode> = {
  [One in Code]: FieldsOf<One, z.input<Payloads[One]>>;
}[Code];

/**
 * An error and its payload: what SQL returns, an `ApiError` has as `body`, a page shows and the browser reads. Narrow it by
 * `error`. `ErrorBody<'conflict' | 'rate_limited'>` is one of these two.
 */
export type ErrorBody<Code extends ErrorCode = ErrorCode> = {
  [One in Code]: { error: One } & FieldsOf<One, z.output<Payloads[One]>>;
}[Code];
