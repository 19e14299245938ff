import { redirect } from 'next/navigation';
import { formatThingPath } from '@/features/notifications/kinds';
import { openNotification } from '@/features/notifications/queries';
import { requireId } from '@/shell/form/field-schemas';
import { renderPlacePage } from '@/shell/place/render-place-page';

type NotificationPageProps = { params: Promise<{ slug: string; id: string }> };

/**
 * Leads from a notification, in the inbox, a mail or a push, to its thing, and marks it as read. Opened twice, or by a browser that
 * looks ahead, it does the same.
 */
export default function NotificationPage({ params }: NotificationPageProps) {
  return renderPlacePage({ route: '/p/[slug]/notifications/[id]', params }, async ({ place, client }) => {
    const { kind, thing_id } = await openNotification(client, place.id, requireId((await params).id));
    redirect(formatThingPath(place.slug, kind, thing_id));
  });
}
