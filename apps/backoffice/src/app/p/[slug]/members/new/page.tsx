import { InviteView } from '@/features/members/invite-view';
import { renderPlacePage } from '@/shell/place/render-place-page';

type InvitePageProps = { params: Promise<{ slug: string }> };

export default function InvitePage({ params }: InvitePageProps) {
  return renderPlacePage({ route: '/p/[slug]/members/new', params, role: 'manager' }, async ({ place }) => (
    <InviteView place={place} />
  ));
}
