import { beforeAll, describe, expect, it } from 'vitest';
import { meetActors, type PersonOf } from './support/actors.ts';
import { type ColumnGrants, columnGrants } from './support/column-grants.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { reachOf } from './support/reach-of.ts';
import { actors, type Reach, tableGrants } from './support/table-grants.ts';

const ofKind: Record<'select' | 'insert' | 'update', (keyof ColumnGrants)[]> = {
  select: ['read', 'readAndInsert', 'readAndUpdate', 'write'],
  insert: ['readAndInsert', 'write'],
  update: ['readAndUpdate', 'write'],
};
const everyKind: (keyof ColumnGrants)[] = ['hidden', 'read', 'readAndInsert', 'readAndUpdate', 'write'];

const columnsOf = (grants: ColumnGrants, kinds: (keyof ColumnGrants)[]) =>
  kinds.flatMap((kind) => grants[kind]?.split(' ') ?? []);

/** The rows of the demo that table-grants.ts speaks of. */
const rowsOf = (table: string, hasProperty: boolean) => {
  if (hasProperty) return 'property_id = private_demo.sunset_id()';
  if (table === 'accom_properties') return 'id = private_demo.sunset_id()';
  if (table === 'accounts') return `id = private_demo.account_id('staff@example.com')`;
  return 'true';
};

const statements = {
  select: (table: string, columns: string[], rows: string) =>
    `select ${columns.join(', ')} from public.${table} where ${rows}`,
  // Without a row: the privilege on the columns is checked all the same.
  insert: (table: string, columns: string[]) =>
    `insert into public.${table} (${columns.join(', ')}) select ${columns.map(() => 'null').join(', ')} where false`,
  update: (table: string, columns: string[], rows: string) =>
    `update public.${table} set ${columns.map((column) => `${column} = default`).join(', ')} where false and ${rows}`,
};

// The privileges of columns are in Postgres's catalogue, which is the same in PGlite.
onNativePostgres('column grants', { seed: true }, (database) => {
  let personOf: PersonOf;
  beforeAll(async () => {
    personOf = await meetActors(database());
  });

  it('the list of column grants names every column of every table once', async () => {
    const rows = await database().sql<{ table: string; columns: string[] }>(
      `select c.relname as table, array_agg(a.attname::text) as columns from pg_catalog.pg_class c
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       group by c.relname`,
    );
    const found = rows.map(({ table, columns }) => [table, columns.sort()]);
    const listed = Object.entries(columnGrants).map(([table, grants]) => [
      table,
      columnsOf(grants, everyKind).sort(),
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
  });

  describe.each(Object.entries(columnGrants))('table %s', (table, grants) => {
    const all = columnsOf(grants, everyKind);
    it.each(actors)(`%s reads, inserts and updates exactly the listed columns of ${table}`, async (actor) => {
      const isMember = !['anon', 'guest_api', 'backoffice_api', 'jobs_api'].includes(actor);
      for (const verb of ['select', 'insert', 'update'] as const) {
        const granted = isMember ? columnsOf(grants, ofKind[verb]) : [];
        const reach = (columns: string[]) =>
          reachOf(
            database(),
            personOf(actor),
            statements[verb](table, columns, rowsOf(table, all.includes('property_id'))),
          );
        if (granted.length > 0)
          expect([verb, await reach(granted)]).toEqual([verb, expectedReach(table, actor, verb)]);
        for (const column of all.filter((name) => !granted.includes(name)))
          expect([verb, column, await reach([column])]).toEqual([verb, column, 'refused']);
      }
    });
  });
});

/** Inserts and updates are tried without a row, so that only the privilege on the columns decides. */
function expectedReach(table: string, actor: (typeof actors)[number], verb: string): Reach {
  const reach = tableGrants[table]?.reach;
  if (verb !== 'select' || reach === undefined) return 'none';
  const [select] = reach[actor === 'stranger' ? 'other owner' : (actor as keyof typeof reach)];
  return select;
}
