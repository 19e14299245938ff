import { getBooking } from '@/features/bookings/queries';
import { planErasure } from '@/features/documents/person-queries';
import { PersonView } from '@/features/documents/person-view';
import { listDocuments } from '@/features/documents/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type PersonDataPageProps = { params: Promise<{ slug: string; id: string }> };

export default function PersonDataPage({ params }: PersonDataPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/bookings/[id]/data', params, role: 'manager', needs: 'seesDocuments' },
    async ({ place, client }) => {
      const id = requireId((await params).id);
      const [booking, plan, documents] = await Promise.all([
        getBooking(client, place.id, id),
        planErasure(client, place.id, id),
        listDocuments(client, place.id, { bookingId: id }),
      ]);
      return <PersonView place={place} booking={booking} plan={plan} documents={documents} />;
    },
  );
}
