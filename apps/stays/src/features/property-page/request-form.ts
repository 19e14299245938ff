import { type BookingRequest, bookingRequestSchema } from '@gudbro/guest-api/property-page-schemas';
import { z } from 'zod';

const textSchema = z.string().max(500).default('');

/** The form as the page sends it. It accepts any text, because errors are shown beside the fields later. */
export const requestFormSchema = z.strictObject({
  /** A room or one bed of it, with its price, as `formatChoice` makes it. Empty if nothing was chosen. */
  choice: textSchema,
  checkIn: textSchema,
  checkOut: textSchema,
  guests: textSchema,
  guestFirstName: textSchema,
  guestLastName: textSchema,
  guestEmail: textSchema,
  guestPhone: textSchema,
  key: textSchema,
});

export type RequestForm = z.infer<typeof requestFormSchema>;

export const namedFields = ['choice', 'guestFirstName', 'guestLastName', 'guestEmail', 'guestPhone'] as const;

export type NamedField = (typeof namedFields)[number];

export type ParsedRequestForm =
  | { ok: true; request: BookingRequest }
  /** The invalid fields. If the list is empty, the nights are invalid, and the search form says so. */
  | { ok: false; fields: NamedField[] };

const localesWithLastNameFirst = new Set(['vi', 'ja', 'zh']);

/** Whether names are written with the last name first, which also decides which field comes first. */
export function isLastNameFirst(locale: string): boolean {
  return localesWithLastNameFirst.has(locale);
}

function joinName(firstName: string, lastName: string, locale: string): string {
  return isLastNameFirst(locale) ? `${lastName} ${firstName}` : `${firstName} ${lastName}`;
}

type Choice = { offerId: string; bed: string | null; totalMinor: number | null };

/**
 * The value of a radio button. The total is in it because the guest agrees to the price beside the button:
 * `offerId=16000/bed`, `offerId=` without a price.
 */
export function formatChoice({ offerId, bed, totalMinor }: Choice): string {
  return `${offerId}=${totalMinor ?? ''}${bed === null ? '' : `/${bed}`}`;
}

/** The room or bed of a choice, whatever it cost when it was made. */
export function placeOfChoice(choice: string): string {
  return choice.replace(/^([^=/]*)=\d*/, '$1');
}

function readChoice(choice: string): { offerId: string; bed?: string; expectedTotalMinor?: number | null } {
  const [, offerId = choice, total, bed] = /^([^=/]*)(?:=(\d*))?(?:\/(.*))?$/s.exec(choice) ?? [];
  return {
    offerId,
    ...(bed === undefined ? {} : { bed }),
    ...(total === undefined ? {} : { expectedTotalMinor: total === '' ? null : Number(total) }),
  };
}

// The length of a full name is limited to 200 characters, with one for the space.
const filledFormSchema = bookingRequestSchema
  .omit({ guestName: true })
  .extend({ guestFirstName: z.string().trim().min(1).max(99) });

/**
 * Parses a form with the API's schema: either the booking request or the fields that are invalid. The full name is put
 * together as it is written in the language of the form.
 */
export function readRequestForm(form: RequestForm, locale: string): ParsedRequestForm {
  const { choice, guests, key: _key, guestPhone, ...rest } = form;
  const parsed = filledFormSchema.safeParse({
    ...rest,
    ...readChoice(choice),
    ...(guestPhone.trim() === '' ? {} : { guestPhone }),
    guestEmail: form.guestEmail.trim(),
    guestCount: Number(guests),
  });
  if (parsed.success) {
    const { guestFirstName, ...request } = parsed.data;
    return {
      ok: true,
      request: { ...request, guestName: joinName(guestFirstName, request.guestLastName, locale) },
    };
  }
  const invalid = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  if (invalid.has('offerId') || invalid.has('bed') || invalid.has('expectedTotalMinor')) {
    invalid.add('choice');
  }
  return { ok: false, fields: namedFields.filter((field) => invalid.has(field)) };
}
