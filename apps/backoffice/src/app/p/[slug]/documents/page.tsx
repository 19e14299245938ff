import { readDocumentFilter, readSkipped } from '@/features/documents/document-filter';
import { DocumentsView } from '@/features/documents/documents-view';
import { documentsPerPage, listDocuments } from '@/features/documents/queries';
import { renderPlacePage } from '@/shell/place/render-place-page';

type DocumentsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default function DocumentsPage({ params, searchParams }: DocumentsPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/documents', params, needs: 'seesDocuments' },
    async ({ place, client }) => {
      const query = await searchParams;
      const filter = readDocumentFilter(query);
      const skipped = readSkipped(query);
      const found = await listDocuments(client, place.id, {
        skipped,
        ...(filter.status === '' ? {} : { status: filter.status }),
      });
      return (
        <DocumentsView
          place={place}
          documents={found.slice(0, documentsPerPage)}
          filter={filter}
          next={found.length > documentsPerPage ? String(skipped + documentsPerPage) : null}
          isLater={skipped > 0}
          now={new Date()}
        />
      );
    },
  );
}
