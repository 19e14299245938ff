import type { TestDatabase } from '@gudbro/supabase-local/testing';
import {
  anon,
  backofficeServer,
  jobsProcess,
  type Person,
  signUp,
  signUpDemoPerson,
  signUpMember,
  staysServer,
} from './people.ts';
import { type Actor, demoNames } from './table-grants.ts';

export type PersonOf = (actor: Actor) => Person;

/** Signs up everybody of the grants tests at the demo's Sunset Hotel, and makes the functions that name its rows. */
export async function meetActors(database: TestDatabase): Promise<PersonOf> {
  const owner = await signUpDemoPerson(database, 'owner@example.com');
  const [sunset] = await database.sql<{ id: string }>(
    `select id from public.accom_properties where slug = 'sunset-hotel'`,
  );
  const people: Record<Actor, Person> = {
    owner,
    manager: await signUpMember(database, sunset?.id ?? '', 'manager'),
    staff: await signUpDemoPerson(database, 'staff@example.com'),
    housekeeper: await signUpMember(database, sunset?.id ?? '', 'housekeeper'),
    'other owner': await signUpDemoPerson(database, 'other@example.com'),
    stranger: await signUp(database, 'stranger@example.com'),
    anon,
    guest_api: staysServer,
    backoffice_api: backofficeServer,
    jobs_api: jobsProcess,
  };
  await database.sql(demoNames);
  return (actor) => people[actor];
}
