import { Dashboard } from '@/features/dashboard/dashboard';
import { UpcomingPage } from '@/features/upcoming/upcoming-page';
import type { GuestView } from '@/server/stay/guest-view';
import { StayActions } from './stay-actions';

/** A guest's page, or the one that a guest sees before the first day of their stay. */
export function StayScreen({ view }: { view: GuestView }) {
  const { stay } = view;
  return stay?.state === 'upcoming' && stay.booking !== null ? (
    <UpcomingPage view={view} booking={stay.booking} version={stay.version} />
  ) : (
    <Dashboard view={view} Actions={StayActions} />
  );
}
