import { PicturesView } from '@/features/pictures/pictures-view';
import { readAfter, takePage } from '@/server/page-of-rows';
import { listPictures } from '@/server/pictures/list-pictures';
import { renderPlacePage } from '@/shell/place/render-place-page';

type PicturesPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default function PicturesPage({ params, searchParams }: PicturesPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/pictures', params, role: 'manager' },
    async ({ place, client }) => {
      const after = readAfter((await searchParams).after, 'instant');
      const { rows, next } = takePage(
        await listPictures(client, place.id, after),
        ({ createdAt }) => createdAt,
      );
      return <PicturesView place={place} pictures={rows} next={next} isLater={after !== null} />;
    },
  );
}
