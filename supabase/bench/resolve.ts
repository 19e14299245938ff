// Measures how many buffers the query behind a scan reads (room, property, stay) on native Postgres with its default
// settings, at two sizes. Exits with 1 if a limit is exceeded. Takes about ten minutes, and 8 GB of disk meanwhile.
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import { fillRooms } from './fill-rooms.ts';
import { type Buffers, measureBuffers } from './measure-buffers.ts';

const small = 10_000;
const large = Number(process.env['BENCH_ROOMS'] ?? 1_000_000);
const limits = { atLarge: 16, growth: 4 };

async function measureAt(serverUrl: string, roomCount: number): Promise<Buffers[]> {
  const database = await createNativeTestDatabase({ serverUrl });
  try {
    const sql = database.connect({ max: 1 });
    const started = performance.now();
    await fillRooms(sql, roomCount);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${roomCount.toLocaleString('en')} rooms with 10 bookings each, filled in ${seconds} s`);
    const measured = await measureBuffers(sql);
    console.table(measured);
    return measured;
  } finally {
    await database.close();
  }
}

const server = await startNativePostgres({ durable: true });
try {
  const before = await measureAt(server.url, small);
  const after = await measureAt(server.url, large);
  const maxBefore = Math.max(...before.map(({ max }) => max));
  const maxAfter = Math.max(...after.map(({ max }) => max));
  const checks = [
    {
      check: `at most ${limits.atLarge} buffers a call at ${large.toLocaleString('en')}`,
      found: maxAfter,
      met: maxAfter <= limits.atLarge,
    },
    {
      check: `at most ${limits.growth} more than at ${small.toLocaleString('en')}`,
      found: maxAfter - maxBefore,
      met: maxAfter - maxBefore <= limits.growth,
    },
  ];
  console.table(checks);
  if (checks.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await server.close();
}
