'use server';

import { documentTypes } from '@gudbro/domain';
import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { dayOrNull, idField, idOrNew, optionalText } from '@/shell/form/field-schemas';
import { addDeskDocument } from './desk-queries';

const country = z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'not_a_country')]);

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
      sex: z.enum(['', 'F', 'M', 'X'], 'not_a_sex').optional(),
      birthDate: dayOrNull.optional(),
      nationality: country.optional(),
      issuingState: country.optional(),
      documentNumber: optionalText(40).optional(),
      expiryDate: dayOrNull.optional(),
      visaType: optionalText(60).optional(),
      visaExpiryDate: dayOrNull.optional(),
    },
  },
  async ({ client, place, input: { booking, id, person, type, ...fields } }) => {
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
