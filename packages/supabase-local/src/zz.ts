import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openPglite } from './stack/open-pglite.ts';
import { migrateForTests } from './testing/migrate-for-tests.ts';
import { chooseSources } from './testing/template-key.ts';
import { createTestDatabaseOn } from './testing/test-database.ts';

const db = await openPglite();
await migrateForTests(db, chooseSources({}));
const a = await (await db.dump()).arrayBuffer();
await db.sql('checkpoint');
const b = await (await db.dump()).arrayBuffer();
writeFileSync('/tmp/b.tar', new Uint8Array(b));
for (const [name, buf] of [
  ['plain', a],
  ['checkpoint', b],
] as const) {
  const blob = new Blob([buf]);
  for (let i = 0; i < 5; i++) {
    const t = performance.now();
    const d = await openPglite({ template: blob });
    const u = performance.now();
    const s = await createTestDatabaseOn(d);
    const v = performance.now();
    await s.close();
    console.log(name, buf.byteLength, Math.round(u - t), Math.round(v - u));
  }
}
for (let i = 0; i < 3; i++) {
  const t = performance.now();
  const x = new Uint8Array(await readFile('/tmp/b.tar'));
  const u = performance.now();
  new Blob([x]);
  console.log('read', u - t, performance.now() - u);
}
