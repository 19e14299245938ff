import 'server-only';
import type { AccountClient } from '@/server/account-client';

/** The printed WiFi cards that are still good and were not taken down, of these networks, the newest first. */
export async function listWifiCards(client: AccountClient, placeId: string, networks: readonly string[]) {
  if (networks.length === 0) {
    return [];
  }
  return client.query((db) =>
    db
      .from('signs')
      .select('network:wifi_network, printedAt:created_at')
      .eq('property_id', placeId)
      .eq('kind', 'wifi')
      .in('wifi_network', [...networks])
      .is('died_at', null)
      .is('removed_at', null)
      .order('created_at', { ascending: false })
      .limit(1000),
  );
}

export type WifiCard = Awaited<ReturnType<typeof listWifiCards>>[number];
