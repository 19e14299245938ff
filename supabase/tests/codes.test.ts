import { CODE_ALPHABET, CODE_FORMS, CODE_PATTERNS, type CodeKind, generateCode } from '@gudbro/access-codes';
import { describe, expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom, makeSession } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';

const kinds: [CodeKind, string][] = [
  ['room', 'public.accom_rooms'],
  ['booking', 'public.accom_bookings'],
  ['access', 'public.guest_sessions'],
];
const columns = { room: 'room_code', booking: 'booking_code', access: 'access_code' };

/** Chi-square of how often each of the alphabet's characters was drawn. */
function computeChiSquare(texts: string[]): number {
  const counts = new Map([...CODE_ALPHABET].map((character) => [character, 0]));
  for (const character of texts.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  const expected = texts.join('').length / CODE_ALPHABET.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// 30 degrees of freedom: a uniform source passes this once in ten million runs. `byte % 31` gives thousands.
const chiSquareLimit = 95;

onEachEngine('codes drawn in SQL', {}, (database) => {
  describe.each(kinds)('of the kind %s', (kind, table) => {
    const draw = async (count: number) => {
      const { prefix, length } = CODE_FORMS[kind];
      const rows = await database().sql<{ code: string }>(
        `select private.claim_code($1::regclass, $2::name, $3, $4) as code from generate_series(1, $5::integer)`,
        [table, columns[kind], prefix, length, count],
      );
      return rows.map(({ code }) => code);
    };

    it('have the form that TypeScript knows, and never a character it would not draw', async () => {
      const codes = await draw(500);
      const { prefix, length } = CODE_FORMS[kind];
      const bare = codes.map((code) => code.slice(prefix.length).replace('-', ''));
      expect(codes.filter((code) => !CODE_PATTERNS[kind].test(code))).toEqual([]);
      expect(bare.filter((code) => code.length !== length)).toEqual([]);
      expect([...new Set(bare.join(''))].sort().join('')).toBe([...CODE_ALPHABET].sort().join(''));
    });

    it('are accepted by the table in the form that TypeScript draws and nothing else', async () => {
      const [check] = await database().sql<{ definition: string }>(
        `select pg_get_constraintdef(oid) as definition from pg_catalog.pg_constraint
         where conrelid = $1::regclass and conname like '%code_has_its_form'`,
        [table],
      );
      expect(check?.definition).toContain(`'${CODE_PATTERNS[kind].source}'`);
    });

    it('are checked in SQL by the same pattern that TypeScript checks by', async () => {
      const drawn = Array.from({ length: 50 }, () => generateCode(kind));
      const candidates = [
        ...drawn,
        ...drawn.map((code) => code.toLowerCase()),
        'RM-AAAAAAA0',
        'BK-AAAAA1',
        'LLLL-LLLL',
        '',
      ];
      const rows = await database().sql<{ code: string; fits: boolean }>(
        `select code, code ~ $1 as fits from unnest($2::text[]) code`,
        [CODE_PATTERNS[kind].source, candidates],
      );
      expect(rows.map(({ fits }) => fits)).toEqual(candidates.map((code) => CODE_PATTERNS[kind].test(code)));
    });
  });

  it('are uniform', async () => {
    const rows = await database().sql<{ code: string }>(
      `select private.generate_code('', 8) as code from generate_series(1, 4000)`,
    );
    expect(computeChiSquare(rows.map(({ code }) => code))).toBeLessThan(chiSquareLimit);
  });

  it('are given to every row that comes without one', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    expect(room.room_code).toMatch(CODE_PATTERNS.room);
    expect((await makeBooking(database(), room)).booking_code).toMatch(CODE_PATTERNS.booking);
    expect((await makeSession(database(), room)).access_code).toMatch(CODE_PATTERNS.access);
  });

  it('include PINs of six digits, uniform as well', async () => {
    const rows = await database().sql<{ pin: string }>(
      `select private.generate_pin() as pin from generate_series(1, 2000)`,
    );
    expect(rows.filter(({ pin }) => !/^\d{6}$/.test(pin))).toEqual([]);
    const digits = rows.map(({ pin }) => pin).join('');
    const counts = Array.from({ length: 10 }, (_, digit) => digits.split(String(digit)).length - 1);
    const expected = digits.length / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: once in ten million runs.
    expect(chiSquare).toBeLessThan(52);
  });
});

/** A generator so poor that inserts at once are sure to draw the same: one place of eight is free. */
const poorGenerator = `
  create or replace function private.generate_code(p_prefix text, p_length integer) returns text
  language sql volatile set search_path = '' as $$
    select p_prefix || rpad(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + floor(random() * 31)::integer, 1)
      || substr('ABCDEFGHJK', 1 + floor(random() * 10)::integer, 1), p_length, 'A')
  $$`;

onNativePostgres('codes drawn at once by a poor generator', {}, (database) => {
  it('are still distinct: nobody gets an error, nobody waits for ever', async () => {
    const property = await makeProperty(database());
    await database().sql(poorGenerator);
    const connections = database().connect({ max: 32 });
    const perTransaction = 4;
    await Promise.all(
      Array.from({ length: 50 }, (_, batch) =>
        connections.begin(async (sql) => {
          for (let room = 0; room < perTransaction; room += 1) {
            await sql`insert into public.accom_rooms (property_id, room_number) values (${property.id}, ${`${batch}-${room}`})`;
          }
        }),
      ),
    );
    const [count] = await database().sql(
      'select count(distinct room_code)::integer as codes from public.accom_rooms where property_id = $1',
      [property.id],
    );
    expect(count).toEqual({ codes: 200 });
  });

  it('are distinct within one statement too', async () => {
    const property = await makeProperty(database());
    await database().sql(
      `insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, 60) n`,
      [property.id],
    );
    const [count] = await database().sql(
      'select count(distinct room_code)::integer as codes from public.accom_rooms',
    );
    expect(count).toEqual({ codes: 260 });
  });

  it('gives back the code of a transaction that fails', async () => {
    const property = await makeProperty(database());
    const connection = database().connect();
    const failing = connection.begin(async (sql) => {
      await sql`insert into public.accom_rooms (property_id, room_number) select ${property.id}, n::text from generate_series(1, 40) n`;
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    // 310 codes in all and 260 taken: only if the 40 came back is there room for 50.
    await database().sql(
      `insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, 50) n`,
      [property.id],
    );
  });
});
