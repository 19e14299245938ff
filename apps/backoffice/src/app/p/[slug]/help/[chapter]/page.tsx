import { ApiError } from '@gudbro/api-kit';
import { getLocale } from 'next-intl/server';
import { ChapterView } from '@/features/help/chapter-view';
import { isChapterId } from '@/features/help/guide';
import { renderPlacePage } from '@/shell/place/render-place-page';

type ChapterPageProps = { params: Promise<{ slug: string; chapter: string }> };

export default function ChapterPage({ params }: ChapterPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/help/[chapter]', params, role: 'housekeeper' },
    async ({ place }) => {
      const { chapter } = await params;
      if (!isChapterId(chapter)) {
        throw new ApiError('not_found');
      }
      return <ChapterView slug={place.slug} locale={await getLocale()} id={chapter} />;
    },
  );
}
