import type { ApiOutput } from '@gudbro/guest-api/api-types';
import type { GuestDocument } from '@gudbro/guest-api/document';
import type { QueryClient } from '@tanstack/react-query';

export type OwnDocuments = ApiOutput<'GET /api/stay/[code]/documents'>;

export type DocumentOwner = OwnDocuments['people'][number];

export const documentsKey = (code: string) => ['documents', code] as const;

/** Writes a document that was just added or changed into the cached list, ahead of the next poll. */
export function cacheDocument(client: QueryClient, code: string, document: GuestDocument): void {
  changeList(client, code, (documents) =>
    documents.some(({ id }) => id === document.id)
      ? documents.map((known) => (known.id === document.id ? document : known))
      : [document, ...documents],
  );
}

/** Takes a removed document off the cached list. */
export function dropDocument(client: QueryClient, code: string, documentId: string): void {
  changeList(client, code, (documents) => documents.filter(({ id }) => id !== documentId));
}

function changeList(
  client: QueryClient,
  code: string,
  change: (documents: GuestDocument[]) => GuestDocument[],
): void {
  client.setQueryData<OwnDocuments | null>(
    documentsKey(code),
    (before) => before && { ...before, documents: change(before.documents) },
  );
}
