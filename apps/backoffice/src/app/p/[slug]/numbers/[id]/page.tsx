import { ApiError } from '@gudbro/api-kit';
import { NumberView } from '@/features/numbers/number-view';
import { getNumber } from '@/features/numbers/queries';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NumberPageProps = { params: Promise<{ slug: string; id: string }> };

export default function NumberPage({ params }: NumberPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/numbers/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const id = idField.safeParse((await params).id);
      if (!id.success) {
        throw new ApiError('not_found');
      }
      return <NumberView place={place} number={await getNumber(client, place.id, id.data)} />;
    },
  );
}
