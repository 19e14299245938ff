import 'server-only';
import type { Database } from '@gudbro/db-types';
import type { AccountClient } from '@/server/account-client';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import type { PlaceActionResult } from '@/server/define-place-action';
import { type PlaceSettings, readSettings } from './queries';

const table = 'accom_properties';

type Columns = Database['public']['Tables'][typeof table]['Update'];
type FormValues = Record<string, string | number | boolean | null>;

type Change = {
  placeId: string;
  version: string;
  columns: Columns;
  /** The values of now by the names of the form's fields, for whoever wrote second. */
  toForm: (settings: PlaceSettings) => FormValues;
};

/** Writes settings of a place, unless somebody else has written since the form was read. */
export async function saveSettings(
  client: AccountClient,
  { placeId, version, columns, toForm }: Change,
): Promise<PlaceActionResult> {
  const written = await client.query((db) =>
    db.from(table).update(columns).eq('id', placeId).eq('updated_at', version).select('id').maybeSingle(),
  );
  if (written === null) {
    const now = await readSettings(client, placeId);
    throw changedMeanwhile({ ...toForm(now), version: now.version });
  }
  return { done: 'saved', changed: { table, id: placeId } };
}
