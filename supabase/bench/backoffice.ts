// Measures how many buffers the lists of the backoffice and "find anything" read as a member, on native Postgres with its
// default settings: one place of 3,000 rooms, at two numbers of bookings and of entries in the history. Exits with 1 if a limit
// is exceeded.
import { createNativeTestDatabase, startNativePostgres } from '@gudbro/supabase-local/native';
import type postgres from 'postgres';
import { fillPlace } from './fill-place.ts';
import { reserveAsMember } from './reserve-as-member.ts';

const sizes = [
  { bookings: 1_000, entries: 2_000 },
  { bookings: 100_000, entries: 200_000 },
] as const;
// Lists of bookings read the numbers of all rooms: a page of an index for each hundred, so 27 here and 9 for 1,000 rooms. Planning
// them reads a page of each of the table's indexes.
const limits = { list: 60, bookings: 50 + 18 + 9, find: 100, search: 100 + 18 + 9, pulse: 20, growth: 12 };

type Query = {
  what: string;
  limit: number;
  text: string;
  /** It may cost more where there are more bookings. */
  grows?: true;
};

type Measured = Omit<Query, 'text'> & { buffers: number[] };

/** Each as the app sends it: the columns matter little, the filter, the order and the limit are those of the screen. */
function listQueries(propertyId: string): Query[] {
  const of = `property_id = '${propertyId}'`;
  const find = (text: string, code = 'null') =>
    `select public.find_anything('${propertyId}', '${text}', ${code})`;
  return [
    {
      what: 'rooms, first page',
      limit: limits.list,
      text: `select * from public.accom_rooms where ${of} order by sort_order, id limit 51`,
    },
    {
      what: 'rooms, page 40',
      limit: limits.list,
      text: `select * from public.accom_rooms where ${of} and sort_order > 2000 order by sort_order, id limit 51`,
    },
    {
      what: 'useful numbers, first page',
      limit: limits.list,
      text: `select * from public.accom_useful_numbers where ${of} order by sort_order, id limit 51`,
    },
    {
      what: 'history, first page',
      limit: limits.list,
      text: `select * from public.audit_log where ${of} order by created_at desc, id desc limit 51`,
    },
    {
      what: 'history with the people, first page',
      limit: limits.list,
      text: `select public.read_history('${propertyId}', page_size => 25)`,
    },
    {
      what: 'history with the people, a rare filter',
      limit: limits.list,
      text: `select public.read_history('${propertyId}', thing => 'areas', page_size => 25)`,
    },
    ...['newest', 'requested', 'arriving', 'in_house', 'leaving', 'coming', 'past', 'cancelled'].map(
      (view) => ({
        what: `bookings, first page of ${view}`,
        limit: limits.bookings,
        text: `select public.list_bookings('${propertyId}', '${view}')`,
      }),
    ),
    {
      what: 'bookings, past of a rare source',
      // It reads on until the page is full: no more than two thirds of a page of the table for each booking that is over.
      limit: 66_000,
      grows: true,
      text: `select public.list_bookings('${propertyId}', 'past', source => 'direct')`,
    },
    {
      what: 'bookings, a common last name',
      limit: limits.search,
      text: `select public.list_bookings('${propertyId}', text => 'nguyen')`,
    },
    {
      what: 'bookings, a room',
      limit: limits.search,
      text: `select public.list_bookings('${propertyId}', text => 'BEN-12')`,
    },
    { what: 'find: a common last name', limit: limits.find, text: find('nguyen') },
    { what: 'find: the beginning of a name', limit: limits.find, text: find('guest 1') },
    { what: 'find: a phone number', limit: limits.find, text: find('0905 000 123') },
    { what: 'find: an email address', limit: limits.find, text: find('guest1200@example.com') },
    { what: 'find: the beginning of an email address', limit: limits.find, text: find('guest12') },
    { what: 'find: an external number', limit: limits.find, text: find('UID-123') },
    { what: 'find: a room', limit: limits.find, text: find('BEN-12') },
    { what: 'find: nothing', limit: limits.find, text: find('zzzzzz') },
    {
      what: 'the live line',
      limit: limits.pulse,
      text: `select public.desk_pulse('${propertyId}')`,
    },
  ];
}

/** The buffers of one statement, once its plan and its pages are warm. */
async function readBuffers(connection: postgres.ReservedSql, text: string): Promise<number> {
  await connection.unsafe(text);
  const [row] = await connection.unsafe<
    { 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }] }[]
  >(`explain (analyze, buffers, format json) ${text}`);
  const plan = row?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('explain returned no plan');
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

async function measureAt(serverUrl: string, size: (typeof sizes)[number]): Promise<Measured[]> {
  const database = await createNativeTestDatabase({ serverUrl });
  try {
    const sql = database.connect({ max: 1 });
    const { propertyId, claims } = await fillPlace(sql, size);
    const connection = await reserveAsMember(sql, claims);
    const measured: Measured[] = [];
    for (const { text, ...query } of listQueries(propertyId)) {
      measured.push({ ...query, buffers: [await readBuffers(connection, text)] });
    }
    connection.release();
    return measured;
  } finally {
    await database.close();
  }
}

const server = await startNativePostgres({ durable: true });
try {
  const small = await measureAt(server.url, sizes[0]);
  const large = await measureAt(server.url, sizes[1]);
  const rows = small.map(({ what, limit, grows = false, buffers: [few = 0] }, index) => {
    const many = large[index]?.buffers[0] ?? Number.NaN;
    return {
      what,
      [`${sizes[0].bookings} bookings`]: few,
      [`${sizes[1].bookings} bookings`]: many,
      limit,
      met: many <= limit && (grows || many - few <= limits.growth + few),
    };
  });
  console.table(rows);
  if (rows.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await server.close();
}
