import { type MasterKeys, rewrapPlaceKey } from '@gudbro/documents';
import type { Sql } from 'postgres';

type KeyRow = { property_id: string; version: number; wrapped_key: string; master_key_id: string };

/**
 * Wraps the keys of all places by the current master key. Each is written by itself, and only over what was read, so the command may
 * be cut off, run again, and run while guests add documents. Returns how many it wrapped.
 */
export async function rotateMasterKey(sql: Sql, masters: MasterKeys): Promise<number> {
  await requireMasters(sql, masters);
  let rewrapped = 0;
  for (
    let rows = await readOutdated(sql, masters);
    rows.length > 0;
    rows = await readOutdated(sql, masters)
  ) {
    for (const row of rows) {
      rewrapped += await rewrap(sql, masters, row);
    }
  }
  return rewrapped;
}

/** Throws where a place's key is wrapped by a master key that was not given: nothing is written then. */
async function requireMasters(sql: Sql, masters: MasterKeys): Promise<void> {
  const used = await sql<{ id: string }[]>`select distinct master_key_id as id from public.document_keys`;
  const missing = used.map(({ id }) => id).filter((id) => !masters.byId.has(id));
  if (missing.length > 0) {
    throw new Error(
      `Keys of places are wrapped by ${missing.join(', ')}, which DOCUMENT_KEYS does not have.`,
    );
  }
}

function readOutdated(sql: Sql, { current }: MasterKeys) {
  return sql<KeyRow[]>`
    select property_id, version, wrapped_key, master_key_id from public.document_keys
    where master_key_id <> ${current.id} order by property_id, version limit 100`;
}

async function rewrap(sql: Sql, masters: MasterKeys, row: KeyRow): Promise<number> {
  const fresh = await rewrapPlaceKey(masters, row.property_id, {
    version: row.version,
    wrappedKey: row.wrapped_key,
    masterKeyId: row.master_key_id,
  });
  const { count } = await sql`
    update public.document_keys set wrapped_key = ${fresh.wrappedKey}, master_key_id = ${fresh.masterKeyId}
    where property_id = ${row.property_id} and version = ${row.version} and wrapped_key = ${row.wrapped_key}`;
  return count;
}
