import { CODE_ALPHABET, CODE_FORMS, CODE_PATTERNS, type CodeKind, generateCode } from '@gudbro/access-codes';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeBooking, makeProperty, makeRoom, makeSession } from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';

const kinds: [CodeKind, string][] = [
  ['room', 'public.accom_rooms'],
  ['booking', 'public.accom_bookings'],
  ['access', 'public.guest_sessions'],
];
const columns = { room: 'room_code', booking: 'booking_code', access: 'access_code' };

/** The chi-square statistic of how often each character of the alphabet was drawn. */
function computeChiSquare(texts: string[]): number {
  const counts = new Map([...CODE_ALPHABET].map((character) => [character, 0]));
  for (const character of texts.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  const expected = texts.join('').length / CODE_ALPHABET.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// With 30 degrees of freedom a uniform source exceeds this once in ten million runs; `byte % 31` gives thousands.
const chiSquareLimit = 95;

onEachEngine('codes drawn in SQL', {}, (database) => {
  describe.each(kinds)('of kind %s', (kind, table) => {
    const draw = async (count: number) => {
      const { prefix, length } = CODE_FORMS[kind];
      const rows = await database().sql<{ code: string }>(
        `select private.claim_code($1::regclass, $2::name, $3, $4) as code from generate_series(1, $5::integer)`,
        [table, columns[kind], prefix, length, count],
      );
      return rows.map(({ code }) => code);
    };

    it(`drawn ${kind} codes match the pattern in TypeScript and use every character of its alphabet and no other`, async () => {
      const codes = await draw(500);
      const { prefix, length } = CODE_FORMS[kind];
      const bare = codes.map((code) => code.slice(prefix.length).replace('-', ''));
      expect(codes.filter((code) => !CODE_PATTERNS[kind].test(code))).toEqual([]);
      expect(bare.filter((code) => code.length !== length)).toEqual([]);
      expect([...new Set(bare.join(''))].sort().join('')).toBe([...CODE_ALPHABET].sort().join(''));
    });

    it(`the check constraint on ${kind} codes has the same pattern as TypeScript`, async () => {
      const [check] = await database().sql<{ definition: string }>(
        `select pg_get_constraintdef(oid) as definition from pg_catalog.pg_constraint
         where conrelid = $1::regclass and conname like '%code_has_its_form'`,
        [table],
      );
      expect(check?.definition).toContain(`'${CODE_PATTERNS[kind].source}'`);
    });

    it(`SQL and TypeScript agree which ${kind} codes are valid`, async () => {
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

  it('every character of the alphabet is drawn equally often', async () => {
    const rows = await database().sql<{ code: string }>(
      `select private.generate_code('', 8) as code from generate_series(1, 4000)`,
    );
    expect(computeChiSquare(rows.map(({ code }) => code))).toBeLessThan(chiSquareLimit);
  });

  it('a room, a booking and a guest session without a code get one on insert', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    expect(room.room_code).toMatch(CODE_PATTERNS.room);
    expect((await makeBooking(database(), room)).booking_code).toMatch(CODE_PATTERNS.booking);
    expect((await makeSession(database(), room)).access_code).toMatch(CODE_PATTERNS.access);
  });

  it('PINs have six digits, and every digit is drawn equally often', async () => {
    const rows = await database().sql<{ pin: string }>(
      `select private.generate_pin() as pin from generate_series(1, 2000)`,
    );
    expect(rows.filter(({ pin }) => !/^\d{6}$/.test(pin))).toEqual([]);
    const digits = rows.map(({ pin }) => pin).join('');
    const counts = Array.from({ length: 10 }, (_, digit) => digits.split(String(digit)).length - 1);
    const expected = digits.length / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // With 9 degrees of freedom a uniform source exceeds this once in ten million runs.
    expect(chiSquare).toBeLessThan(52);
  });
});

/** A generator with 310 different codes only, so that inserts at the same time are sure to draw the same one. */
const poorGenerator = `
  create or replace function private.generate_code(p_prefix text, p_length integer) returns text
  language sql volatile set search_path = '' as $$
    select p_prefix || rpad(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', 1 + floor(random() * 31)::integer, 1)
      || substr('ABCDEFGHJK', 1 + floor(random() * 10)::integer, 1), p_length, 'A')
  $$`;

onNativePostgres('codes from a generator that often repeats itself', {}, (database) => {
  const insertRooms = async (count: number) => {
    const property = await makeProperty(database());
    await database().sql(
      `insert into public.accom_rooms (property_id, room_number) select $1, n::text from generate_series(1, $2::integer) n`,
      [property.id, count],
    );
  };
  const countCodes = async () => {
    const [row] = await database().sql<{ codes: number }>(
      'select count(distinct room_code)::integer as codes from public.accom_rooms',
    );
    return row?.codes;
  };

  beforeEach(() => database().sql(`truncate public.accom_rooms cascade; ${poorGenerator}`));

  it('50 transactions at the same time get distinct codes, without an error or a deadlock', async () => {
    const property = await makeProperty(database());
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
    expect(await countCodes()).toBe(200);
  });

  it('the rows of one statement get distinct codes', async () => {
    await insertRooms(60);
    expect(await countCodes()).toBe(60);
  });

  it('a code that was drawn in a failed transaction can be drawn again', async () => {
    await insertRooms(260);
    const property = await makeProperty(database());
    const connection = database().connect();
    const failing = connection.begin(async (sql) => {
      await sql`insert into public.accom_rooms (property_id, room_number) select ${property.id}, n::text from generate_series(1, 40) n`;
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    // There are 310 codes, and 260 are taken: 50 are free only if the 40 above can be drawn again.
    await insertRooms(50);
    expect(await countCodes()).toBe(310);
  });
});
