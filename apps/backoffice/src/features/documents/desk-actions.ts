'use server';

import { ApiError } from '@gudbro/api-kit';
import { type DocumentField, documentFields, documentTypes, sexes } from '@gudbro/domain';
import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { findToday, isDay } from '@/shell/days/days';
import { idField, idOrNew, optionalText } from '@/shell/form/field-schemas';
import { addDeskDocument } from './desk-queries';

/** The code of a country, or nothing. */
const country = z.string().regex(/^([A-Z]{2})?$/, 'invalid');

/** In which it is the next day first: no place has a later one. */
const firstTimezone = 'Pacific/Kiritimati';

/** A day of the years from `since`, as SQL takes them, or nothing. */
const dayOf = (since: number, isPast = false) =>
  z.string().superRefine((day, context) => {
    const year = Number(/^(\d{4,6})-/.exec(day)?.[1]);
    if (year < since || year >= 2200) {
      context.addIssue('year_is_wrong');
    } else if (day !== '' && !isDay(day)) {
      context.addIssue('not_a_day');
    } else if (isPast && day > findToday(new Date(), firstTimezone)) {
      context.addIssue('in_the_future');
    }
  });

/** Adds a document that the desk has in its hand: it counts as checked and seen in person. */
export const addDeskDocumentAction = definePlaceAction(
  {
    action: 'documents/add-at-desk',
    role: 'staff',
    fields: {
      booking: idField,
      id: idField,
      person: idOrNew,
      type: z.enum(documentTypes),
      surname: optionalText(100).optional(),
      givenNames: optionalText(100).optional(),
      sex: z.enum(['', ...sexes], 'invalid').optional(),
      birthDate: dayOf(1800, true).optional(),
      nationality: country.optional(),
      issuingState: country.optional(),
      documentNumber: optionalText(40).optional(),
      expiryDate: dayOf(1800).optional(),
      visaType: optionalText(60).optional(),
      visaExpiryDate: dayOf(2000).optional(),
    },
  },
  async ({ client, place, input: { booking, id, person, type, ...fields } }) => {
    requireSomething(fields);
    const written = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
    await addDeskDocument(client, place.id, {
      id,
      bookingId: booking,
      personId: person,
      documentType: type,
      fields: Object.fromEntries(written),
    });
    return { done: 'documentAdded', goTo: `/p/${place.slug}/bookings/${booking}` };
  },
);

/** Where fields are asked for, an empty form is a slip: what it adds would count as checked. */
function requireSomething(fields: Partial<Record<DocumentField, string | undefined>>): void {
  const asked = documentFields.filter((field) => fields[field] !== undefined);
  if (asked[0] !== undefined && asked.every((field) => fields[field] === '')) {
    throw new ApiError('invalid_request', { fields: { [asked[0]]: 'required' } });
  }
}
