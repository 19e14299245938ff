import { ApiError } from '@gudbro/api-kit';
import { getLocale } from 'next-intl/server';
import { loadTrial } from '@/features/room-types/load-trial';
import { getRoomType, listSeasons, previewRoomType } from '@/features/room-types/queries';
import { TypeView } from '@/features/room-types/type-view';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type TypePageProps = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<{ in?: string | string[]; out?: string | string[] }>;
};

export default function TypePage({ params, searchParams }: TypePageProps) {
  return renderPlacePage({ route: '/p/[slug]/types/[id]', params }, async ({ place, client }) => {
    const id = idField.safeParse((await params).id);
    if (!id.success) {
      throw new ApiError('not_found');
    }
    const type = await getRoomType(client, place.id, id.data);
    const query = await searchParams;
    const [seasons, preview, trial] = await Promise.all([
      listSeasons(client, place.id, type.id),
      previewRoomType(client, type.id, await getLocale()),
      loadTrial(client, type.id, { checkIn: query.in, checkOut: query.out }),
    ]);
    return <TypeView place={place} type={type} seasons={seasons} preview={preview} trial={trial} />;
  });
}
