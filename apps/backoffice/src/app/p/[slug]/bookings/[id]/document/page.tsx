import { getBooking } from '@/features/bookings/queries';
import { DeskDocumentView } from '@/features/documents/desk-document-view';
import { prepareDeskDocument } from '@/features/documents/desk-queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type DeskDocumentPageProps = { params: Promise<{ slug: string; id: string }> };

export default function DeskDocumentPage({ params }: DeskDocumentPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/bookings/[id]/document', params, needs: 'seesDocuments' },
    async ({ place, client }) => {
      const id = requireId((await params).id);
      const [booking, prepared] = await Promise.all([
        getBooking(client, place.id, id),
        prepareDeskDocument(client, place.id),
      ]);
      return <DeskDocumentView place={place} booking={booking} prepared={prepared} />;
    },
  );
}
