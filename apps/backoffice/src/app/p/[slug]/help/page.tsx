import { getLocale } from 'next-intl/server';
import { HelpView } from '@/features/help/help-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type HelpPageProps = { params: Promise<{ slug: string }> };

export default function HelpPage({ params }: HelpPageProps) {
  return renderPlacePage({ route: '/p/[slug]/help', params, role: 'housekeeper' }, async ({ place }) => (
    <HelpView slug={place.slug} locale={await getLocale()} />
  ));
}
