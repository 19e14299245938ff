import type postgres from 'postgres';

interface Explained {
  'QUERY PLAN': { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }[];
}

/** How many buffers the calls of one kind read. */
export interface Buffers {
  kind: 'occupied' | 'empty' | 'unknown';
  calls: number;
  median: number;
  max: number;
}

const callsPerKind = 300;

/** Measures how many buffers `locate_room` reads for a sample of rooms, on one warm connection. */
export async function measureBuffers(sql: postgres.Sql): Promise<Buffers[]> {
  const connection = await sql.reserve();
  try {
    // The sample is the same in every run, and spread over the table.
    const sample = await connection<{ code: string; occupied: boolean }[]>`
      select r.room_code as code, (private.locate_room(r.room_code, now())).has_stay as occupied
      from public.accom_rooms r where hashtext(r.room_code) % ${await chooseSampleStep(connection)} = 0`;
    const codes = {
      occupied: sample.filter(({ occupied }) => occupied).map(({ code }) => code),
      empty: sample.filter(({ occupied }) => !occupied).map(({ code }) => code),
      unknown: sample.map(({ code }) => `${code.slice(0, -1)}L`),
    };
    const measured: Buffers[] = [];
    for (const kind of ['occupied', 'empty', 'unknown'] as const) {
      measured.push(await measureCodes(connection, kind, codes[kind].slice(0, callsPerKind)));
    }
    return measured;
  } finally {
    connection.release();
  }
}

async function chooseSampleStep(connection: postgres.ReservedSql): Promise<number> {
  const [row] = await connection<{ every: number }[]>`
    select greatest(count(*) / 3000, 1)::integer as every from public.accom_rooms`;
  return row?.every ?? 1;
}

async function measureCodes(
  connection: postgres.ReservedSql,
  kind: Buffers['kind'],
  codes: string[],
): Promise<Buffers> {
  if (codes.length < callsPerKind) throw new Error(`only ${codes.length} rooms are ${kind}`);
  const buffers: number[] = [];
  for (const code of codes) {
    const [row] = await connection.unsafe<Explained[]>(
      `explain (analyze, buffers, format json) select * from private.locate_room('${code}', now())`,
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error('explain returned no plan');
    buffers.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
  }
  buffers.sort((a, b) => a - b);
  return { kind, calls: buffers.length, median: buffers[buffers.length >> 1] ?? 0, max: buffers.at(-1) ?? 0 };
}
