'use server';

import { ApiError } from '@gudbro/api-kit';
import { areCopiesForbidden, type DocumentField, documentFields, findKeptData } from '@gudbro/domain';
import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { switchField, textOrNull, versionField, wholeNumber } from '@/shell/form/field-schemas';
import { formValues } from './form-values';
import { readSettings } from './queries';
import { saveSettings } from './save-settings';

type FieldName = `field_${DocumentField}`;

const fieldSwitches = Object.fromEntries(
  documentFields.map((field) => [`field_${field}`, switchField]),
) as Record<FieldName, typeof switchField>; // the compiler has the keys of an object as strings

/** Saves whether documents are asked for, what is kept of them, and how long. */
export const saveDocumentSettingsAction = definePlaceAction(
  {
    action: 'settings/documents',
    role: 'manager',
    fields: {
      version: versionField,
      mode: z.enum(['off', 'fields_only', 'image']),
      // Only asked for where pictures are forbidden.
      reason: textOrNull(500).optional(),
      retentionDays: wholeNumber(0, 365),
      ...fieldSwitches,
    },
  },
  async ({ client, place, input }) => {
    const { mode, reason = null } = input;
    const { access, country, imageReason } = await readSettings(client, place.id);
    const allowed = findKeptData(country).fields;
    const kept = allowed.filter((field) => input[`field_${field}`]);
    if (mode !== 'off' && kept.length === 0) {
      throw new ApiError('invalid_request', { fields: { mode: 'choose_a_detail' } });
    }
    requireReason(country, mode, reason);
    return saveSettings(client, {
      placeId: place.id,
      version: input.version,
      columns: {
        access_settings: { ...access, documents: mode },
        document_retention_days: input.retentionDays,
        // All that is allowed, also what a later law allows.
        document_fields: kept.length === allowed.length ? null : kept,
        document_image_reason: input.reason === undefined ? imageReason : reason,
      },
      toForm: formValues.documents,
    });
  },
);

/** Where copies are forbidden, whoever keeps pictures says why they may. SQL asks for the same. */
function requireReason(country: string, mode: string, reason: string | null): void {
  if (reason !== null && reason.length < 10) {
    throw new ApiError('invalid_request', { fields: { reason: 'too_short' } });
  }
  if (mode === 'image' && areCopiesForbidden(country) && reason === null) {
    throw new ApiError('invalid_request', { reason: 'copies_are_forbidden', fields: { reason: 'required' } });
  }
}
