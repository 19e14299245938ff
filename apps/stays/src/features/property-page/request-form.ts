import { z } from 'zod';
import { type BookingRequest, bookingRequestSchema } from './property-page-schemas';

const textSchema = z.string().max(500).default('');

/** The form as the page sends it: texts. What is wrong with them is said beside the fields, so nothing is refused here. */
export const requestFormSchema = z.strictObject({
  /** A room, or a bed in it: `id` or `id/bed`. Absent where none was chosen. */
  choice: textSchema,
  checkIn: textSchema,
  checkOut: textSchema,
  guests: textSchema,
  guestName: textSchema,
  guestLastName: textSchema,
  guestEmail: textSchema,
  guestPhone: textSchema,
  key: textSchema,
});

export type RequestForm = z.infer<typeof requestFormSchema>;

export const namedFields = ['choice', 'guestName', 'guestLastName', 'guestEmail', 'guestPhone'] as const;

export type NamedField = (typeof namedFields)[number];

export type ParsedRequestForm =
  | { ok: true; request: BookingRequest }
  /** Fields to put right. None: it is the nights, which the search says. */
  | { ok: false; fields: NamedField[] };

export function formatChoice(offerId: string, bed: string | null): string {
  return bed === null ? offerId : `${offerId}/${bed}`;
}

/** The request of a form, by the schema of the API, or the fields that keep it from being one. */
export function readRequestForm(form: RequestForm): ParsedRequestForm {
  const { choice, guests, key: _key, guestPhone, ...rest } = form;
  const [offerId, ...bed] = choice.split('/');
  const parsed = bookingRequestSchema.safeParse({
    ...rest,
    offerId,
    ...(bed.length === 0 ? {} : { bed: bed.join('/') }),
    ...(guestPhone.trim() === '' ? {} : { guestPhone }),
    guestEmail: form.guestEmail.trim(),
    guestCount: Number(guests),
  });
  if (parsed.success) {
    return { ok: true, request: parsed.data };
  }
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  if (wrong.has('offerId') || wrong.has('bed')) {
    wrong.add('choice');
  }
  return { ok: false, fields: namedFields.filter((field) => wrong.has(field)) };
}
