// The keys of guests' documents: `pnpm document-keys make`, `rotate`, or `renew-place <slug> [--new]`.
import { randomBytes } from 'node:crypto';
import { readMasterKeys } from '@gudbro/documents';
import postgres, { type Sql } from 'postgres';
import { renewPlaceKey } from './renew-place-key.ts';
import { rotateMasterKey } from './rotate-master-key.ts';

const usage = `Usage:
  pnpm document-keys make                       prints a new master key, to be put before the others in DOCUMENT_KEYS
  pnpm document-keys rotate                     wraps the keys of all places by the first key of DOCUMENT_KEYS
  pnpm document-keys renew-place <slug> --new   gives a place a new key; without --new it goes on where it was cut off
The last two need DATABASE_URL and DOCUMENT_KEYS. Each may be cut off and run again.
`;

async function run([command, slug, flag]: string[]): Promise<string> {
  switch (command) {
    case 'make':
      return `${new Date().toISOString().slice(0, 7)}-${randomBytes(3).toString('hex')}:${randomBytes(32).toString('base64url')}\n`;
    case 'rotate':
      return withDatabase(rotate);
    case 'renew-place':
      return withDatabase((sql) => renew(sql, slug ?? '', flag === '--new'));
    default:
      throw new Error(usage);
  }
}

async function rotate(sql: Sql): Promise<string> {
  const masters = await readMasterKeys(process.env['DOCUMENT_KEYS'] ?? '');
  const count = await rotateMasterKey(sql, masters);
  return `${count} keys of places are wrapped anew. All are wrapped by ${masters.current.id} now: the others can leave DOCUMENT_KEYS.\n`;
}

async function renew(sql: Sql, slug: string, isNew: boolean): Promise<string> {
  const masters = await readMasterKeys(process.env['DOCUMENT_KEYS'] ?? '');
  const [place] = await sql<{ id: string }[]>`select id from public.accom_properties where slug = ${slug}`;
  if (place === undefined) {
    throw new Error(`There is no place with the address ${slug}.`);
  }
  const { version, documents, unfinished } = await renewPlaceKey(sql, masters, place.id, isNew);
  const rest =
    unfinished === 0 ? '' : ` ${unfinished} are being uploaded: run it again without --new in an hour.`;
  return `${documents} documents use key ${version} of the place now.${rest}\n`;
}

async function withDatabase(work: (sql: Sql) => Promise<string>): Promise<string> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') {
    throw new Error(usage);
  }
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
