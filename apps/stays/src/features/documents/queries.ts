import 'server-only';
import type { SealedFields } from '@gudbro/documents';
import { documentFields } from '@gudbro/domain';
import {
  type DocumentInput,
  documentResponseSchema,
  documentSchema,
  documentsResponseSchema,
  visaStatusSchema,
} from '@gudbro/guest-api/document';
import { z } from 'zod';
import { callGuestFunction, tryGuestFunction } from '@/server/call-guest-function';
import type { StaySubject } from '@/server/stay/stay-subject';

const ok = { ok: z.literal(true) };

const placeKeySchema = z.object({ version: z.int(), wrappedKey: z.string(), masterKeyId: z.string() });

/** The document is complete already: this request was sent before. Or it is announced, and may be sealed and stored. */
const begunSchema = z.union([
  z.object({ ...ok, document: documentSchema }),
  z.object({
    ...ok,
    id: z.string(),
    propertyId: z.string(),
    path: z.string().nullable(),
    keptFields: z.array(z.enum(documentFields)),
    key: placeKeySchema,
  }),
]);

export type AnnouncedDocument = Exclude<z.infer<typeof begunSchema>, { document: unknown }>;

/** What is stored of a document: `fields` and the keys are sealed. */
export type SealedDocument = SealedFields & {
  path?: string;
  imageKey?: string;
  pages?: number;
  bytes?: number;
};

export function listDocuments(subject: StaySubject) {
  return callGuestFunction('list_own_documents', { subject }, documentsResponseSchema.extend(ok));
}

/** Throws if this stay may not add a document, or adds them too often. To be called before its file is read. */
export async function admitDocument(subject: StaySubject): Promise<void> {
  await callGuestFunction('admit_guest_document', { subject }, z.object(ok));
}

type BeginOptions = {
  hasPicture: boolean;
  offeredKey: { wrappedKey: string; masterKeyId: string };
  key: string | null;
  locale: string;
};

/** Announces a document. Of what it says, only what warnings need goes along unsealed, and SQL drops what may not be kept. */
export function beginDocument(subject: StaySubject, input: DocumentInput, options: BeginOptions) {
  const { documentType, nationality, visaType, visaExpiryDate, personId, personName, personIsChild } = input;
  const document = {
    documentType,
    nationality,
    visaType,
    visaExpiryDate,
    personId,
    ...(personName === undefined ? {} : { newPerson: { name: personName, isChild: personIsChild ?? false } }),
    consentVersion: input.consentVersion,
    consentLocale: options.locale,
  };
  const args = {
    subject,
    document: { ...document },
    has_picture: options.hasPicture,
    offered_key: options.offeredKey,
    ...(options.key === null ? {} : { idempotency_key: options.key }),
  };
  return callGuestFunction('begin_guest_document', args, begunSchema);
}

/** Says that everything of a document is stored, and returns it as its guest sees it. */
export function finishDocument(subject: StaySubject, documentId: string, sealed: SealedDocument) {
  return callGuestFunction(
    'finish_guest_document',
    { subject, document_id: documentId, sealed },
    documentResponseSchema.extend(ok),
  );
}

/** Gives up a document that could not be stored, unless another try of the same request has taken it over. */
export async function giveUpDocument(subject: StaySubject, { id, path }: AnnouncedDocument): Promise<void> {
  const args = { subject, document_id: id, path: path ?? '' };
  await tryGuestFunction('give_up_document', args, z.object(ok));
}

export async function removeDocument(subject: StaySubject, documentId: string): Promise<void> {
  await callGuestFunction('remove_guest_document', { subject, document_id: documentId }, z.object(ok));
}

export function askForErasure(subject: StaySubject, documentId: string) {
  return callGuestFunction(
    'ask_for_erasure',
    { subject, document_id: documentId },
    documentResponseSchema.extend(ok),
  );
}

export function readVisaStatus(subject: StaySubject) {
  return callGuestFunction('get_visa_status', { subject }, visaStatusSchema.extend(ok));
}
