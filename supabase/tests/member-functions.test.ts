import { beforeAll, describe, expect, it } from 'vitest';
import { meetActors, type PersonOf } from './support/actors.ts';
import { parseDatabaseError } from './support/database-error.ts';
import { demoRows, type Least, memberFunctionCalls } from './support/member-function-calls.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { memberRoles, runAs } from './support/people.ts';
import { type Actor, actors } from './support/table-grants.ts';

type Access = 'may' | 'forbidden' | 'not found' | 'no grant';

/** What the error of a call says about the caller. A conflict or an invalid request is one of what is asked for, so the caller may ask. */
const accessByError = new Map<string, Access>([
  ['PT403', 'forbidden'],
  ['PT404', 'not found'],
  ['42501', 'no grant'],
  ['PT409', 'may'],
  ['PT400', 'may'],
  ['23503', 'may'],
]);

class RolledBack extends Error {}

function expectedAccess(actor: Actor, least: Least): Access {
  if (actor === 'anon' || actor === 'guest_api' || actor === 'backoffice_api' || actor === 'jobs_api')
    return 'no grant';
  if (least === 'signed in') return 'may';
  if (actor === 'other owner' || actor === 'stranger') return 'not found';
  if (least === 'its author') return 'forbidden';
  return memberRoles.indexOf(actor) <= memberRoles.indexOf(least) ? 'may' : 'forbidden';
}

onEachEngine('the functions of members', { seed: true }, (database) => {
  let personOf: PersonOf;
  beforeAll(async () => {
    personOf = await meetActors(database());
    await database().sql(demoRows);
  });

  it('the list of calls names every function that members may execute', async () => {
    const functions = await database().sql<{ name: string }>(
      `select proname as name from pg_catalog.pg_proc p
       where p.pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')`,
    );
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(memberFunctionCalls).sort());
  });

  describe.each(Object.entries(memberFunctionCalls))('%s', (name, { args, least }) => {
    it.each(actors)(`%s may call ${name} exactly if the list says so`, async (actor) => {
      let access: Access | undefined = 'may';
      try {
        await runAs(database(), personOf(actor), async (sql) => {
          await sql(`select public.${name}(${args})`);
          throw new RolledBack();
        });
      } catch (error) {
        if (!(error instanceof RolledBack)) access = accessByError.get(parseDatabaseError(error).code);
      }
      expect(access).toBe(expectedAccess(actor, least));
    });
  });

  it('a member whose switch is off does not read what orders cost, and nobody reads it in the tables', async () => {
    const call = `select * from public.get_order_money(private_demo.sunset_id(), array[private_demo.row_of('accom_service_orders')])`;
    const read = () => runAs(database(), personOf('staff'), (sql) => sql(call));
    expect(await read()).toMatchObject([{ total: expect.anything(), lines: expect.any(Object) }]);
    await database().sql(
      `update public.property_members set sees_money = false where account_id = private_demo.account_id('staff@example.com')`,
    );
    await expect(read()).rejects.toMatchObject({ message: 'forbidden' });
  });
});
