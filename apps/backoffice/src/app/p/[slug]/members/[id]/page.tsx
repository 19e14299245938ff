import { MemberView } from '@/features/members/member-view';
import { getTeam } from '@/features/members/queries';
import { requireAccount } from '@/server/current-account';
import { requireRow } from '@/server/require-row';
import { renderPlacePage } from '@/shell/place/render-place-page';

type MemberPageProps = { params: Promise<{ slug: string; id: string }> };

export default function MemberPage({ params }: MemberPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/members/[id]', params, role: 'housekeeper' },
    async ({ place, client }) => {
      const { id } = await params;
      const account = await requireAccount(`/p/${place.slug}/members/${id}`);
      const team = await getTeam(client, place.id);
      const member = requireRow(team.members.find((one) => one.id === id) ?? null);
      return <MemberView place={place} accountId={account.id} team={team} member={member} />;
    },
  );
}
