import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { zipSync } from 'fflate';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import type { OpenedDocument } from './document-schemas';
import { openFields } from './open-fields';
import { readPersonData } from './person-queries';
import { takeGrant } from './queries';
import { readPage } from './read-page';

type Archive = {
  files: Record<string, Uint8Array>;
  /** The names of the files that could not be read, mostly since Storage has lost them. */
  missing: string[];
};

/**
 * All that a place has of a guest as one archive: the data as JSON, the pictures of documents without a mark, since they are the guest's
 * own, and the photos of reports. It is made for this response and stored nowhere. A picture that can't be read is named as missing.
 */
export async function respondWithPersonArchive(
  client: AccountClient,
  place: Pick<Place, 'id' | 'slug'>,
  bookingId: string,
): Promise<Response> {
  const { documents, reports, ...rest } = await readPersonData(client, place.id, bookingId);
  const archive: Archive = { files: {}, missing: [] };
  for (const document of documents) {
    await addPages(archive, client, place.id, document);
  }
  for (const path of reports.flatMap(({ photos }) => photos)) {
    await addOrNameMissing(archive, nameOfPhoto(path), async () => {
      const photo = await client.fetchFile({ bucket: 'incident-photos', path });
      return new Uint8Array(await photo.arrayBuffer());
    });
  }
  const { files, missing } = archive;
  const told = {
    ...rest,
    missing,
    reports: reports.map((report) => ({ ...report, photos: report.photos.map(nameOfPhoto) })),
    documents: await Promise.all(documents.map((one) => describe(place.id, one))),
  };
  files['data.json'] = new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`);
  // Pictures are compressed already.
  return new Response(new Uint8Array(zipSync(files, { level: 0 })), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="guest-data-${place.slug}.zip"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Of a photo in the archive. The end of its path in Storage is random, so no two have the same. */
function nameOfPhoto(path: string): string {
  return `reports/${path.split('/').at(-1)}`;
}

async function addPages(
  archive: Archive,
  client: AccountClient,
  placeId: string,
  { id, grants }: OpenedDocument,
): Promise<void> {
  for (const [index, grant] of grants.entries()) {
    const used = await takeGrant(client, placeId, grant);
    await addOrNameMissing(archive, `documents/${id}/page-${index + 1}.jpg`, () =>
      readPage(client, placeId, used),
    );
  }
}

async function addOrNameMissing(
  archive: Archive,
  name: string,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  try {
    archive.files[name] = await read();
  } catch (thrown) {
    if (!(thrown instanceof ApiError && thrown.code === 'not_found')) {
      throw thrown;
    }
    archive.missing.push(name);
  }
}

/** A document with what it says, and without its keys. */
async function describe(placeId: string, document: OpenedDocument) {
  const { sealedFields: _sealed, fieldsKey: _own, key: _place, grants: _grants, ...told } = document;
  const facts = await openFields(placeId, document);
  return { ...told, says: Object.fromEntries(facts.map(({ field, value }) => [field, value])) };
}
