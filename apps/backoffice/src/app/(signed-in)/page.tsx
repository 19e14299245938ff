import { redirect } from 'next/navigation';
import { requireAccount } from '@/server/current-account';
import { findLastPlace } from '@/server/last-place';
import { listOwnPlaces } from '@/server/place';
import { guardPage } from '@/shell/error-panel/guard-page';
import { NoPlaces } from '@/shell/frame/no-places';

/** Leads to the place that was open last in this browser, or to the first one. */
export default function StartPage() {
  return guardPage('/', async () => {
    const account = await requireAccount('/');
    const places = await listOwnPlaces();
    const last = await findLastPlace(places);
    if (last !== null) {
      redirect(`/p/${last.slug}`);
    }
    return <NoPlaces email={account.email} />;
  });
}
