// Whether the time of a refusal tells its reason: calls each refusal in turn on native Postgres and prints the medians,
// their ratio to the first, and how far the first is from itself, which is what the machine's noise makes of equal work.
import { randomBytes } from 'node:crypto';
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import type postgres from 'postgres';
import { drawQuestions, furnishForAnswers, type Question } from './answer-cases.ts';
import { fillRooms } from './fill-rooms.ts';

const roomCount = 5_000;

async function timeCall(connection: postgres.ReservedSql, call: string): Promise<number> {
  const client = randomBytes(16).toString('hex');
  const started = performance.now();
  await connection.unsafe(`select ${call}`, [client]);
  return performance.now() - started;
}

/** The reasons take turns, each time in another order, so that what the machine does meanwhile meets all of them. */
async function timeQuestion(connection: postgres.ReservedSql, { rounds, reasons }: Question) {
  const times = new Map(Object.keys(reasons).map((reason) => [reason, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    if (round % 50 === 0) {
      // A room locks after ten wrong answers, and old counts must not make later calls slower.
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

function describe(times: Map<string, number[]>) {
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
    await furnishForAnswers(sql);
    const questions = await drawQuestions(sql);
    const connection = await sql.reserve();
    for (const question of questions) {
      const { rows, noise } = describe(await timeQuestion(connection, question));
      console.log(`${question.question}: the first against itself ${noise.toFixed(3)}`);
      console.table(rows);
    }
    connection.release();
  } finally {
    await database.close();
  }
} finally {
  await server.close();
}
