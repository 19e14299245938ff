import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { buildApps } from '../start/build-apps.ts';
import { startDatabaseGate, storedObject } from './database-gate.ts';
import { print, printVerdict, printViolation } from './print.ts';
import { readOptions } from './read-options.ts';
import { runProof } from './run-proof.ts';
import { type SeededStay, seedStays } from './seed-stays.ts';
import { type BuiltProduct, startBuiltProduct } from './start-built-product.ts';
import { createWatch, type Watch } from './watch.ts';

/** Kills the guest app at each arrow of an upload: the guest who sends it again has one document, and nothing else stays. */

const name = 'proof:uploads';
const { rounds } = readOptions(
  'Kills the guest app before and after each call that an upload makes, sends the upload again, and counts rows and objects.',
  { rounds: { default: 5, means: 'how often at each of the six arrows' } },
);

/** The calls of an upload, in their order. */
const calls = ['begin_guest_document', storedObject, 'finish_guest_document'] as const;
const arrows = calls.flatMap((call) => [
  { call, side: 'before' as const },
  { call, side: 'after' as const },
]);
type Arrow = (typeof arrows)[number];

async function prove(ending: AsyncDisposableStack): Promise<void> {
  await buildApps();
  const { killAt, wrapDatabase, setProduct } = armGate(ending);
  const product = await startBuiltProduct({ staysCount: 1, wrapDatabase }, ending);
  setProduct(product);
  const { stays } = await seedStays(product, rounds * arrows.length);
  await product.sql`
    update public.accom_properties
    set access_settings = access_settings || '{"documents": "image"}', document_image_reason = 'This house is a proof and has no guests'
    where slug = 'proof-house'`;
  const watch = createWatch({ onViolation: printViolation });
  for (const [index, stay] of stays.entries()) {
    const arrow = arrows[index % arrows.length] ?? arrows[0];
    if (arrow === undefined) {
      throw new TypeError('There are six arrows.');
    }
    const killed = killAt(arrow);
    await upload(product, stay, killed, watch, arrow);
  }
  await judge(product, stays, watch);
  printVerdict(name, watch, product);
}

/** A gate between the guest app and the database, which kills the app once at the arrow that is named. */
function armGate(ending: AsyncDisposableStack) {
  let product: BuiltProduct | null = null;
  let next: { arrow: Arrow; onKilled: () => void } | null = null;
  const killIfNext = async (call: string, side: Arrow['side']): Promise<'pass' | 'drop'> => {
    if (next === null || next.arrow.call !== call || next.arrow.side !== side) {
      return 'pass';
    }
    const { onKilled } = next;
    next = null;
    await product?.stays[0]?.kill();
    onKilled();
    return 'drop';
  };
  return {
    wrapDatabase: async (databaseUrl: string) => {
      const gate = await startDatabaseGate(
        databaseUrl,
        (call) => killIfNext(call, 'after'),
        (call) => killIfNext(call, 'before'),
      );
      ending.defer(gate.close);
      return gate.url;
    },
    setProduct: (started: BuiltProduct) => {
      product = started;
    },
    killAt: (arrow: Arrow) =>
      new Promise<void>((resolve) => {
        next = { arrow, onKilled: resolve };
      }),
  };
}

/** Sends a document while the app is killed, and the same again once it runs. */
async function upload(
  { stays: [app] }: BuiltProduct,
  stay: SeededStay,
  killed: Promise<void>,
  watch: Watch,
  { call, side }: Arrow,
): Promise<void> {
  const where = `${side} ${call}`;
  const guest = await proveStay(app?.url ?? '', stay);
  const picture = await drawNoise();
  const key = randomUUID();
  const cut = await Promise.all([guest.send(key, picture).catch(() => null), killed]);
  if (cut[0] !== null) {
    watch.violate(`${stay.canary} got ${cut[0].status} from an app that was killed ${where}`);
  }
  await app?.restart();
  const again = await guest.send(key, picture);
  const isComplete = call === 'finish_guest_document' && side === 'after';
  if (again.status !== (isComplete ? 200 : 201)) {
    watch.violate(
      `${stay.canary} sent it again after a kill ${where}: ${again.status} ${await again.text()}`,
    );
    return;
  }
  const { documents } = await guest.list();
  if (documents.length !== 1) {
    watch.violate(`${stay.canary} has ${documents.length} documents after a kill ${where}`);
  }
  watch.count(`killed ${where}`);
}

async function proveStay(url: string, { bookingCode, lastName, address }: SeededStay) {
  const own = { 'x-forwarded-for': address, 'accept-language': 'en' };
  const proof = await fetch(`${url}/api/stay/verify`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify({ bookingCode, lastName }),
  });
  const { token } = JSON.parse(await proof.text());
  const headers = { ...own, authorization: `Bearer ${token}` };
  const list = async () => {
    const response = await fetch(`${url}/api/stay/${bookingCode}/documents`, { headers });
    return JSON.parse(await response.text());
  };
  const { policy } = await list();
  const send = (key: string, picture: Buffer) => {
    const form = new FormData();
    const fields = { documentType: 'passport', surname: lastName, consentVersion: policy.consentVersion };
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'passport.jpg');
    return fetch(`${url}/api/stay/${bookingCode}/documents`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key },
      body: form,
    });
  };
  return { list, send };
}

function drawNoise(): Promise<Buffer> {
  const size = { width: 300, height: 200, channels: 3 } as const;
  return sharp(randomBytes(size.width * size.height * 3), { raw: size })
    .jpeg()
    .toBuffer();
}

/** Two hours later: what no row names is listed for removal, and what a guest was told is there. */
async function judge(product: BuiltProduct, stays: readonly SeededStay[], watch: Watch): Promise<void> {
  const { sql } = product;
  await sql`
    update storage.objects set created_at = created_at - interval '3 hours' where bucket_id = 'guest-documents'`;
  await sql`update public.accom_guest_documents set promised_until = promised_until - interval '3 hours'`;
  await sql`select public.sweep()`;
  const [rows] = await sql<{ complete: number; begun: number; lost: number }[]>`
    select count(*) filter (where d.stored_at is not null)::int as complete,
      count(*) filter (where d.stored_at is null)::int as begun,
      count(*) filter (where d.stored_at is not null and o.id is null)::int as lost
    from public.accom_guest_documents d
    left join storage.objects o on o.bucket_id = 'guest-documents' and o.name = d.storage_path`;
  const orphans = await sql<{ name: string; queued: boolean }[]>`
    select o.name, exists (select from public.storage_removals r where r.name = o.name) as queued
    from storage.objects o
    where o.bucket_id = 'guest-documents'
      and not exists (select from public.accom_guest_documents d where d.storage_path = o.name)`;
  if (rows?.complete !== stays.length || rows.begun !== 0 || rows.lost !== 0) {
    watch.violate(`${stays.length} guests were told of a document, and the rows are ${JSON.stringify(rows)}`);
  }
  const queued = orphans.filter((orphan) => orphan.queued).length;
  if (queued < orphans.length) {
    watch.violate(`${orphans.length - queued} objects belong to nobody and are not listed for removal`);
  }
  print(
    `${rows?.complete ?? 0} documents in the end, ${orphans.length} objects of nobody, of which ${queued} are listed for removal`,
  );
}

await runProof(prove);
