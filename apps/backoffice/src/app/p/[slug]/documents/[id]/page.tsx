import { DocumentView } from '@/features/documents/document-view';
import { openFields } from '@/features/documents/open-fields';
import { listDocuments, openDocument } from '@/features/documents/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type DocumentPageProps = { params: Promise<{ slug: string; id: string }> };

export default function DocumentPage({ params }: DocumentPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/documents/[id]', params, needs: 'seesDocuments' },
    async ({ place, client }) => {
      const document = await openDocument(client, place.id, requireId((await params).id));
      const [facts, waiting] = await Promise.all([
        openFields(place.id, document),
        listDocuments(client, place.id, { status: 'pending' }),
      ]);
      return <DocumentView place={place} document={document} facts={facts} waiting={waiting} />;
    },
  );
}
