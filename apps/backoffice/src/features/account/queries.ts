import 'server-only';
import type { AccountClient } from '@/server/account-client';

/** The name that colleagues see. */
export async function getOwnName(client: AccountClient, accountId: string): Promise<string> {
  const row = await client.query((db) =>
    db.from('accounts').select('displayName:display_name').eq('id', accountId).single(),
  );
  return row.displayName;
}
