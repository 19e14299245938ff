'use server';

import { ApiError } from '@gudbro/api-kit';
import { documentFields } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { tellWhatIsThere } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, optionalText, requiredText, versionField } from '@/shell/form/field-schemas';
import { listDocuments } from './queries';
import { findNeighbours } from './waiting';

const table = 'accom_guest_documents';

/** Names of fields, each followed by a comma but the last. */
const fieldList = z
  .string()
  .max(300)
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(documentFields)));

/** A document as it is now. Null where it is gone. */
async function findNow(client: AccountClient, placeId: string, bookingId: string, id: string) {
  const found = await listDocuments(client, placeId, { bookingId });
  return found.find((one) => one.id === id) ?? null;
}

/** What somebody else has decided meanwhile, by the names that `ReviewPanel` reads. */
async function readDecision(client: AccountClient, placeId: string, bookingId: string, id: string) {
  const now = await findNow(client, placeId, bookingId, id);
  return (
    now && { status: now.status, who: now.reviewedBy, reason: now.rejectionReason, version: now.version }
  );
}

/** Verifies or rejects a document, and goes on to the next one that waits. */
export const reviewDocumentAction = definePlaceAction(
  {
    action: 'documents/review',
    role: 'staff',
    fields: {
      id: idField,
      booking: idField,
      version: versionField,
      status: z.enum(['verified', 'rejected']),
      reason: optionalText(500),
      confirmed: fieldList,
    },
  },
  async ({ client, place, input: { id, booking, version, status, reason, confirmed } }) => {
    if (status === 'rejected' && reason === '') {
      throw new ApiError('invalid_request', { fields: { reason: 'required' } });
    }
    const waiting = await listDocuments(client, place.id, { status: 'pending' });
    await tellWhatIsThere(
      () => readDecision(client, place.id, booking, id),
      () =>
        client.query((db) =>
          db.rpc('review_document', {
            property_id: place.id,
            document_id: id,
            version,
            status,
            confirmed,
            ...(status === 'rejected' ? { reason } : {}),
          }),
        ),
    );
    const own = waiting.find((one) => one.id === id);
    const next = own === undefined ? null : findNeighbours(waiting, own).next;
    return {
      done: status === 'verified' ? 'documentVerified' : 'documentRejected',
      changed: { table, id },
      goTo: `/p/${place.slug}/documents${next === null ? '' : `/${next}`}`,
    };
  },
);

/** Notes that somebody saw the document itself, in the guest's hand. */
export const seeDocumentAction = definePlaceAction(
  { action: 'documents/see', role: 'staff', fields: { id: idField } },
  async ({ client, place, input: { id } }) => {
    await client.query((db) => db.rpc('see_document', { property_id: place.id, document_id: id }));
    return { done: 'documentSeen', changed: { table, id } };
  },
);

/** Erases what the law does not want kept, now. */
export const eraseDocumentAction = definePlaceAction(
  {
    action: 'documents/erase',
    role: 'manager',
    fields: { id: idField, booking: idField, reason: requiredText(500) },
  },
  async ({ client, place, input: { id, booking, reason } }) => {
    await client.query((db) => db.rpc('erase_document_now', { document_id: id, reason }));
    const left = await findNow(client, place.id, booking, id);
    return left === null
      ? { done: 'documentErased', goTo: `/p/${place.slug}/documents` }
      : { done: 'documentImageErased' };
  },
);

/** Stops what time erases of a document, with a reason; or lets it go on, without one. */
export const holdDocumentAction = definePlaceAction(
  { action: 'documents/hold', role: 'owner', fields: { id: idField, reason: requiredText(500) } },
  async ({ client, input: { id, reason } }) => {
    await client.query((db) => db.rpc('hold_document', { document_id: id, reason }));
    return { done: 'documentHeld' };
  },
);

export const releaseDocumentAction = definePlaceAction(
  { action: 'documents/release', role: 'owner', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('hold_document', { document_id: id, reason: '' }));
    return { done: 'documentReleased' };
  },
);
