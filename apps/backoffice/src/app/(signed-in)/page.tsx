import { redirect } from 'next/navigation';
import { requireAccount } from '@/server/current-account';
import { findLastPlace } from '@/server/last-place';
import { listOwnPlaces } from '@/server/place';
import { guardPage } from '@/shell/error-panel/guard-page';

/** Leads to the place that was open last in this browser, or to the first one, and a person without any to a first place. */
export default function StartPage() {
  return guardPage('/', async () => {
    await requireAccount('/');
    const places = await listOwnPlaces();
    const last = await findLastPlace(places);
    redirect(last === null ? '/new' : `/p/${last.slug}`);
  });
}
