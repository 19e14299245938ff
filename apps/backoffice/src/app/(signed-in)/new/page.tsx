import { NameStep } from '@/features/setup/name-step';
import { requireAccount } from '@/server/current-account';
import { findLastPlace } from '@/server/last-place';
import { listOwnPlaces } from '@/server/place';
import { guardPage } from '@/shell/error-panel/guard-page';

export default function NewPlacePage() {
  return guardPage('/new', async () => {
    await requireAccount('/new');
    return <NameStep place={null} back={await findLastPlace(await listOwnPlaces())} />;
  });
}
