import type { RouteHandler } from '@gudbro/api-kit/routes';
import { documentRoutes } from '@gudbro/guest-api/routes/document';
import { addDocument } from '@/features/documents/add-document';
import {
  admitDocument,
  askForErasure,
  listDocuments,
  readVisaStatus,
  removeDocument,
} from '@/features/documents/queries';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';
import { subjectOf } from '@/server/stay/stay-subject';

export const documentHandlers = {
  listDocuments: defineRoute(documentRoutes.listDocuments, async ({ session, params }) => {
    const { policy, people, documents } = await listDocuments(subjectOf(session, params.code));
    return { body: { policy, people, documents } };
  }),

  addDocument: defineRoute(
    {
      ...documentRoutes.addDocument,
      admitFiles: ({ session, params }) => admitDocument(subjectOf(session, params.code)),
    },
    async ({ request, session, params, body, files, idempotencyKey }) => {
      const options = { key: idempotencyKey, locale: readRequestLocale(request) };
      const added = await addDocument(subjectOf(session, params.code), body, files[0] ?? null, options);
      return { body: { document: added.document }, status: added.isReplayed ? 200 : 201 };
    },
  ),

  removeDocument: defineRoute(documentRoutes.removeDocument, async ({ session, params }) => {
    await removeDocument(subjectOf(session, params.code), params.id);
    return { body: { removed: true } };
  }),

  askForErasure: defineRoute(documentRoutes.askForErasure, async ({ session, params }) => {
    const { document } = await askForErasure(subjectOf(session, params.code), params.id);
    return { body: { document } };
  }),

  readVisaStatus: defineRoute(documentRoutes.readVisaStatus, async ({ session, params }) => {
    const { visa } = await readVisaStatus(subjectOf(session, params.code));
    return { body: { visa } };
  }),
} satisfies Record<keyof typeof documentRoutes, RouteHandler>;
