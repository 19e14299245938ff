import { PictureView } from '@/features/pictures/picture-view';
import { findPicture } from '@/server/pictures/list-pictures';
import { requireRow } from '@/server/require-row';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

export default function PicturePage({ params }: { params: Promise<{ slug: string; id: string }> }) {
  return renderPlacePage(
    { route: '/p/[slug]/pictures/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const picture = await findPicture(client, place.id, requireId((await params).id));
      return <PictureView place={place} picture={requireRow(picture)} />;
    },
  );
}
