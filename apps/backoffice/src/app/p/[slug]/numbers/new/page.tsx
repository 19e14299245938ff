import { NumberView } from '@/features/numbers/number-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NewNumberPageProps = { params: Promise<{ slug: string }> };

export default function NewNumberPage({ params }: NewNumberPageProps) {
  return renderPlacePage({ route: '/p/[slug]/numbers/new', params, role: 'manager' }, async ({ place }) => (
    <NumberView place={place} number={null} />
  ));
}
