import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  digestNumber,
  offerPlaceKey,
  openPart,
  openPlaceKey,
  readMasterKeys,
  sealPart,
} from '@gudbro/documents';
import { expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

const makeKey = (id: string) => `${id}:${randomBytes(32).toString('base64url')}`;
const command = fileURLToPath(new URL('../document-keys/main.ts', import.meta.url));
const secret = Buffer.from('{"documentNumber":"L898902C3"}');

type Finished = { code: number | null; output: string };

/** Runs the command, and ends it hard after some time where that is given. */
async function run(args: string[], env: Record<string, string>, killAfterMs?: number): Promise<Finished> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...env, NODE_ENV: 'production' } });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return { code: code as number | null, output }; // how a process ends
}

onNativePostgres('the keys of documents', {}, (database) => {
  const sql = (text: string, values: unknown[] = []) => database().sql<Record<string, string>>(text, values);

  /** A place with a key and some documents, each with sealed fields. */
  async function makePlace(setting: string, count: number) {
    const masters = await readMasterKeys(setting);
    const property = await makeProperty(database());
    const booking = await makeBooking(database(), await makeRoom(database(), property));
    const stored = { version: 1, ...(await offerPlaceKey(masters, property.id)) };
    await sql(
      'insert into public.document_keys (property_id, version, wrapped_key, master_key_id) values ($1, 1, $2, $3)',
      [property.id, stored.wrappedKey, stored.masterKeyId],
    );
    const place = await openPlaceKey(masters, property.id, stored);
    for (let made = 0; made < count; made += 1) {
      const id = crypto.randomUUID();
      const { sealed, wrappedKey } = await sealPart(place, id, 'fields', secret);
      await sql(
        `insert into public.accom_guest_documents
           (id, property_id, booking_id, document_type, key_version, consent_version, consent_locale, stored_at,
            sealed_fields, fields_key, number_digest)
         values ($1, $2, $3, 'passport', 1, '1', 'en', now(), $4, $5, $6)`,
        [
          id,
          property.id,
          booking.id,
          Buffer.from(sealed).toString('base64url'),
          wrappedKey,
          await digestNumber(place, 'L898902C3'),
        ],
      );
    }
    return property;
  }

  /** Opens all documents of a place with these master keys, and returns what they say. */
  async function openAll(setting: string, propertyId: string) {
    const masters = await readMasterKeys(setting);
    const rows = await sql(
      `select d.*, k.wrapped_key, k.master_key_id from public.accom_guest_documents d
       join public.document_keys k on k.property_id = d.property_id and k.version = d.key_version
       where d.property_id = $1`,
      [propertyId],
    );
    return Promise.all(
      rows.map(async (row) => {
        const place = await openPlaceKey(masters, propertyId, {
          version: Number(row['key_version']),
          wrappedKey: row['wrapped_key'] ?? '',
          masterKeyId: row['master_key_id'] ?? '',
        });
        const part = {
          sealed: Buffer.from(row['sealed_fields'] ?? '', 'base64url'),
          wrappedKey: row['fields_key'] ?? '',
        };
        const text = Buffer.from(await openPart(place, row['id'] ?? '', 'fields', part)).toString();
        return `${text} ${row['number_digest'] === (await digestNumber(place, 'L898902C3'))}`;
      }),
    );
  }

  const everyOne = (count: number) => Array<string>(count).fill(`${secret.toString()} true`);
  const withKeys = (setting: string) => ({ DATABASE_URL: database().databaseUrl, DOCUMENT_KEYS: setting });

  it('rotate, cut off again and again, wraps all by the new master key, and the old one can go', async () => {
    const [old, fresh] = [makeKey('old'), makeKey('new')];
    const places = await Promise.all(Array.from({ length: 6 }, () => makePlace(old, 2)));
    for (const killAfterMs of [150, 200, 250, 300, 350]) {
      await run(['rotate'], withKeys(`${fresh},${old}`), killAfterMs);
      for (const { id } of places) {
        expect(await openAll(`${fresh},${old}`, id)).toEqual(everyOne(2));
      }
    }
    expect(await run(['rotate'], withKeys(`${fresh},${old}`))).toMatchObject({ code: 0 });
    for (const { id } of places) {
      expect(await openAll(fresh, id)).toEqual(everyOne(2));
    }
    const again = await run(['rotate'], withKeys(fresh));
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('0 keys of places') });
  });

  it('rotate writes nothing where a master key is missing, and names it', async () => {
    const [lost, fresh] = [makeKey('lost'), makeKey('fresh')];
    const place = await makePlace(lost, 1);
    const refused = await run(['rotate'], withKeys(fresh));
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('lost') });
    expect(await openAll(lost, place.id)).toEqual(everyOne(1));
    await sql('delete from public.accom_guest_documents where property_id = $1', [place.id]);
    await sql('delete from public.document_keys where property_id = $1', [place.id]);
  });

  it('renew-place, cut off and run again, moves all documents to a new key and deletes the old one', async () => {
    const key = makeKey('one');
    const place = await makePlace(key, 40);
    const [row] = await sql('select slug from public.accom_properties where id = $1', [place.id]);
    const slug = row?.['slug'] ?? '';
    await run(['renew-place', slug, '--new'], withKeys(key), 260);
    expect(await openAll(key, place.id)).toEqual(everyOne(40));
    expect(await run(['renew-place', slug, '--new'], withKeys(key))).toMatchObject({ code: 0 });
    expect(await openAll(key, place.id)).toEqual(everyOne(40));
    const versions = await sql('select version from public.document_keys where property_id = $1', [place.id]);
    expect(versions).toHaveLength(1);
    expect(Number(versions[0]?.['version'])).toBeGreaterThan(1);
  });

  it('make prints a key that the apps accept, and another one each time', async () => {
    const [one, other] = await Promise.all([run(['make'], {}), run(['make'], {})]);
    expect(one.output).not.toBe(other.output);
    await expect(readMasterKeys(one.output.trim())).resolves.toBeDefined();
  });
});
