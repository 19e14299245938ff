// Checks that the time of a refusal does not reveal its reason. Makes refused calls on native Postgres and prints the median
// time of each reason and its ratio to the first reason. The noise is the ratio between two halves of the first reason.
import { randomBytes } from 'node:crypto';
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import type postgres from 'postgres';
import { fillRooms } from './fill-rooms.ts';
import { addRefusalData, type RefusalCase, readRefusalCases } from './refusal-cases.ts';

const roomCount = 5_000;

async function timeCall(connection: postgres.ReservedSql, call: string): Promise<number> {
  const client = randomBytes(16).toString('hex');
  const started = performance.now();
  await connection.unsafe(`select ${call}`, [client]);
  return performance.now() - started;
}

/** The reasons take turns in a changing order, so that other load on the machine affects all of them. */
async function timeReasons(connection: postgres.ReservedSql, { rounds, reasons }: RefusalCase) {
  const times = new Map(Object.keys(reasons).map((reason) => [reason, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    if (round % 50 === 0) {
      // Fifty wrong answers lock a room, and old counts would make later calls slower.
      await connection.unsafe(
        'reset role; truncate public.rate_limits, public.access_attempts; set role guest_api',
      );
    }
    const turns = Object.entries(reasons);
    for (let turn = 0; turn < turns.length; turn += 1) {
      const [reason, calls] = turns[(turn + round) % turns.length] ?? ['', []];
      const ms = await timeCall(connection, calls[round % calls.length] ?? 'null');
      if (round >= 20) times.get(reason)?.push(ms);
    }
  }
  return times;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function summarise(times: Map<string, number[]>) {
  const [first = []] = times.values();
  const median = quantile(first, 0.5);
  const odd = first.filter((_, index) => index % 2 === 1);
  const even = first.filter((_, index) => index % 2 === 0);
  const rows = [...times].map(([reason, values]) => ({
    reason,
    'median ms': quantile(values, 0.5).toFixed(3),
    'p10–p90 ms': `${quantile(values, 0.1).toFixed(3)}–${quantile(values, 0.9).toFixed(3)}`,
    'ratio of medians': (quantile(values, 0.5) / median).toFixed(3),
  }));
  return { rows, noise: quantile(odd, 0.5) / quantile(even, 0.5) };
}

const server = await startNativePostgres({ durable: true });
try {
  const database = await createNativeTestDatabase({ serverUrl: server.url });
  try {
    const sql = database.connect({ max: 1 });
    await fillRooms(sql, roomCount);
    await addRefusalData(sql);
    const refusalCases = await readRefusalCases(sql);
    const connection = await sql.reserve();
    for (const refusalCase of refusalCases) {
      const { rows, noise } = summarise(await timeReasons(connection, refusalCase));
      console.log(`${refusalCase.verification}: noise ${noise.toFixed(3)}`);
      console.table(rows);
    }
    connection.release();
  } finally {
    await database.close();
  }
} finally {
  await server.close();
}
