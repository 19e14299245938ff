import { AccountView } from '@/features/account/account-view';
import { getOwnName } from '@/features/account/queries';
import { pageClient, requireAccount } from '@/server/current-account';
import { findLastPlace } from '@/server/last-place';
import { listOwnPlaces } from '@/server/place';
import { guardPage } from '@/shell/error-panel/guard-page';

export default function AccountPage() {
  return guardPage('/account', async () => {
    const account = await requireAccount('/account');
    const name = await getOwnName(await pageClient(), account.id);
    return <AccountView account={account} name={name} back={await findLastPlace(await listOwnPlaces())} />;
  });
}
