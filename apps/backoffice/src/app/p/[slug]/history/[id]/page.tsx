import { ApiError } from '@gudbro/api-kit';
import { EntryView } from '@/features/history/entry-view';
import { getEntry } from '@/features/history/queries';
import { findThingPath } from '@/features/history/thing-path';
import { requireAccount } from '@/server/current-account';
import { idField } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type EntryPageProps = { params: Promise<{ slug: string; id: string }> };

export default function EntryPage({ params }: EntryPageProps) {
  return renderPlacePage(
    { route: '/p/[slug]/history/[id]', params, role: 'manager' },
    async ({ place, client }) => {
      const id = idField.safeParse((await params).id);
      if (!id.success) {
        throw new ApiError('not_found');
      }
      const account = await requireAccount(`/p/${place.slug}/history/${id.data}`);
      const { entry, ...known } = await getEntry(client, place.id, id.data);
      return (
        <EntryView
          place={place}
          accountId={account.id}
          entry={entry}
          known={known}
          thing={await findThingPath(client, place, entry)}
          now={new Date()}
        />
      );
    },
  );
}
