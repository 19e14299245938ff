import { ApiError } from '@gudbro/api-kit';
import { getSign } from '@/features/sheets/register-queries';
import { SignView } from '@/features/sheets/sign-view';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type SignPageProps = { params: Promise<{ slug: string; id: string }> };

export default function SignPage({ params }: SignPageProps) {
  return renderPlacePage({ route: '/p/[slug]/sheets/register/[id]', params }, async ({ place, client }) => {
    const id = idField.safeParse((await params).id);
    if (!id.success) {
      throw new ApiError('not_found');
    }
    return <SignView place={place} sign={await getSign(client, place.id, id.data)} />;
  });
}
