import {
  digestNumber,
  type MasterKeys,
  offerPlaceKey,
  openPart,
  openPlaceKey,
  type PlaceKey,
  rewrapPartKey,
} from '@gudbro/documents';
import type { Sql } from 'postgres';

type DocumentRow = {
  id: string;
  key_version: number;
  image_key: string | null;
  fields_key: string | null;
  sealed_fields: string | null;
};

export type Renewal = { version: number; documents: number; unfinished: number };

/**
 * Gives a place a new key, wraps the keys of its documents by it, and deletes the keys that no document needs any more. Each document is
 * written by itself, and only over what was read. Run again, it goes on with the newest key where one is unfinished; `isNew` asks for
 * another one. Documents that are just being uploaded keep the old key: run it again an hour later to be rid of it.
 */
export async function renewPlaceKey(
  sql: Sql,
  masters: MasterKeys,
  propertyId: string,
  isNew: boolean,
): Promise<Renewal> {
  const version = isNew ? await addKey(sql, masters, propertyId) : await findNewest(sql, propertyId);
  const to = await openVersion(sql, masters, propertyId, version);
  let documents = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (let rows = await readOld(sql, propertyId, version, after); rows.length > 0; ) {
    for (const row of rows) {
      const from = await openVersion(sql, masters, propertyId, row.key_version);
      documents += await moveDocument(sql, from, to, row, version);
      after = row.id;
    }
    rows = await readOld(sql, propertyId, version, after);
  }
  const [left] = await sql<{ count: number }[]>`
    select count(*)::integer as count from public.accom_guest_documents
    where property_id = ${propertyId} and key_version < ${version}`;
  await sql`
    delete from public.document_keys k
    where k.property_id = ${propertyId} and k.version < ${version} and not exists (
      select from public.accom_guest_documents d where d.property_id = k.property_id and d.key_version = k.version
    )`;
  return { version, documents, unfinished: left?.count ?? 0 };
}

async function addKey(sql: Sql, masters: MasterKeys, propertyId: string): Promise<number> {
  const { wrappedKey, masterKeyId } = await offerPlaceKey(masters, propertyId);
  const [made] = await sql<{ version: number }[]>`
    insert into public.document_keys (property_id, version, wrapped_key, master_key_id)
    select ${propertyId}, coalesce(max(version), 0) + 1, ${wrappedKey}, ${masterKeyId}
    from public.document_keys where property_id = ${propertyId}
    returning version`;
  return made?.version ?? 1;
}

async function findNewest(sql: Sql, propertyId: string): Promise<number> {
  const [newest] = await sql<{ version: number | null }[]>`
    select max(version) as version from public.document_keys where property_id = ${propertyId}`;
  if (newest?.version == null) {
    throw new Error('This place has no documents and no key yet.');
  }
  return newest.version;
}

async function openVersion(
  sql: Sql,
  masters: MasterKeys,
  propertyId: string,
  version: number,
): Promise<PlaceKey> {
  const [stored] = await sql<{ wrapped_key: string; master_key_id: string }[]>`
    select wrapped_key, master_key_id from public.document_keys
    where property_id = ${propertyId} and version = ${version}`;
  if (stored === undefined) {
    throw new Error(`The place has no key of version ${version}.`);
  }
  const { wrapped_key: wrappedKey, master_key_id: masterKeyId } = stored;
  return openPlaceKey(masters, propertyId, { version, wrappedKey, masterKeyId });
}

function readOld(sql: Sql, propertyId: string, version: number, after: string) {
  return sql<DocumentRow[]>`
    select id, key_version, image_key, fields_key, sealed_fields from public.accom_guest_documents
    where property_id = ${propertyId} and key_version < ${version} and stored_at is not null and id > ${after}
    order by id limit 100`;
}

async function moveDocument(sql: Sql, from: PlaceKey, to: PlaceKey, row: DocumentRow, version: number) {
  const imageKey =
    row.image_key === null ? null : await rewrapPartKey(from, to, row.id, 'image', row.image_key);
  const fieldsKey =
    row.fields_key === null ? null : await rewrapPartKey(from, to, row.id, 'fields', row.fields_key);
  const digest = await digestAgain(from, to, row);
  const { count } = await sql`
    update public.accom_guest_documents
    set key_version = ${version}, image_key = ${imageKey}, fields_key = ${fieldsKey}, number_digest = ${digest}
    where id = ${row.id} and key_version = ${row.key_version}
      and image_key is not distinct from ${row.image_key} and fields_key is not distinct from ${row.fields_key}`;
  return count;
}

/** The digest of the number follows the key of the place. */
async function digestAgain(from: PlaceKey, to: PlaceKey, row: DocumentRow): Promise<string | null> {
  if (row.sealed_fields === null || row.fields_key === null) {
    return null;
  }
  const part = { sealed: Buffer.from(row.sealed_fields, 'base64url'), wrappedKey: row.fields_key };
  const fields: unknown = JSON.parse(Buffer.from(await openPart(from, row.id, 'fields', part)).toString());
  const number = typeof fields === 'object' && fields !== null && Reflect.get(fields, 'documentNumber');
  return typeof number === 'string' ? digestNumber(to, number) : null;
}
