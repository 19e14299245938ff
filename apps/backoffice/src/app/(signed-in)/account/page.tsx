import { AccountView } from '@/features/account/account-view';
import { getOwnName } from '@/features/account/queries';
import { pageClient, requireAccount } from '@/server/current-account';
import { guardPage } from '@/shell/error-panel/guard-page';

export default function AccountPage() {
  return guardPage('/account', async () => {
    const account = await requireAccount('/account');
    return <AccountView account={account} name={await getOwnName(await pageClient(), account.id)} />;
  });
}
