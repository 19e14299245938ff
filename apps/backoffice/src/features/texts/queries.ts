import 'server-only';
import type { AccountClient } from '@/server/account-client';

/** What guests read of a place, and its pictures. */
export async function findTexts(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('accom_properties')
      .select(
        'description, address, houseRules:house_rules, amenities, images, translations, version:updated_at',
      )
      .eq('id', placeId)
      .maybeSingle(),
  );
}

export type Texts = NonNullable<Awaited<ReturnType<typeof findTexts>>>;
