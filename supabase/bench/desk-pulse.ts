// Measures the CPU time of native Postgres for what one open screen asks every three seconds, and what fifty screens of one place
// take of a core, at two sizes of the place. Exits with 1 if that is more than it may be.
import { readFile } from 'node:fs/promises';
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import type postgres from 'postgres';
import { fillPlace } from './fill-place.ts';
import { reserveAsMember } from './reserve-as-member.ts';

const sizes = [
  { bookings: 1_000, entries: 2_000 },
  { bookings: 100_000, entries: 200_000 },
] as const;
const desks = 50;
const everySeconds = 3;
const mostOfACore = 0.05;
const asks = 3_000;
/** The unit of the times in /proc. */
const ticksPerSecond = 100;

/** The CPU time that the process has used so far, in seconds. */
async function readCpu(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may have spaces. The times of the process itself are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function ask(connection: postgres.ReservedSql, propertyId: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await connection`select public.get_own_account()`;
    await connection`select public.desk_pulse(${propertyId})`;
  }
}

async function measureAt(serverUrl: string, size: (typeof sizes)[number]) {
  const database = await createNativeTestDatabase({ serverUrl });
  try {
    const sql = database.connect({ max: 1 });
    const { propertyId, claims } = await fillPlace(sql, size);
    const connection = await reserveAsMember(sql, claims);
    const [backend] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`;
    if (backend === undefined) throw new Error('a connection has a process');
    await ask(connection, propertyId, 100);
    const before = await readCpu(backend.pid);
    await ask(connection, propertyId, asks);
    const perAsk = ((await readCpu(backend.pid)) - before) / asks;
    connection.release();
    return { bookings: size.bookings, perAsk, share: perAsk * (desks / everySeconds) };
  } finally {
    await database.close();
  }
}

const server = await startNativePostgres({ durable: true });
try {
  const measured = [];
  for (const size of sizes) {
    measured.push(await measureAt(server.url, size));
  }
  console.table(
    measured.map(({ bookings, perAsk, share }) => ({
      bookings,
      'ms of CPU for one ask': Number((perAsk * 1000).toFixed(3)),
      [`% of a core for ${desks} screens`]: Number((share * 100).toFixed(2)),
      met: share <= mostOfACore,
    })),
  );
  if (measured.some(({ share }) => share > mostOfACore)) process.exitCode = 1;
} finally {
  await server.close();
}
