import { MembersView } from '@/features/members/members-view';
import { getTeam } from '@/features/members/queries';
import { requireAccount } from '@/server/current-account';
import { renderPlacePage } from '@/shell/place/render-place-page';

type MembersPageProps = { params: Promise<{ slug: string }> };

export default function MembersPage({ params }: MembersPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/members', params, role: 'housekeeper' },
    async ({ place, client }) => {
      const account = await requireAccount(`/p/${place.slug}/members`);
      return <MembersView place={place} accountId={account.id} team={await getTeam(client, place.id)} />;
    },
  );
}
