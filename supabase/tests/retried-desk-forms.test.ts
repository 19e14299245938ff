import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { reportIncident } from './support/incident-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { subjectOfBooking } from './support/order-calls.ts';
import { type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

const key = 'a-key-of-the-desk';

onNativePostgres('forms of the desk that are sent again', {}, (database) => {
  let property: Property;
  let staff: Person;
  let incidentId: string;

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property, { room_number: '12' });
    const report = await reportIncident(database(), subjectOfBooking(await makeBooking(database(), room)));
    incidentId = report.incident.id;
  });

  const call = (person: Person, text: string, params: unknown[]) =>
    queryAs<{ made: { id: string; accessCode: string } }>(
      database(),
      person,
      `select ${text} as made`,
      params,
    );
  const makeCode = (requestKey: string | null, name = 'Mai', person = staff) =>
    call(person, `public.create_guest_session($1, '12', $2, localtimestamp::date + 3, request_key => $3)`, [
      property.id,
      name,
      requestKey,
    ]);
  const reply = (requestKey: string | null, words: string) =>
    call(staff, 'public.set_incident_status($1, message => $2, request_key => $3)', [
      incidentId,
      words,
      requestKey,
    ]);
  const note = (requestKey: string | null, words: string) =>
    call(staff, 'public.note_incident($1, $2, $3)', [incidentId, words, requestKey]);
  const count = async (table: string) => {
    const [row] = await database().sql<{ rows: number }>(
      `select count(*)::integer as rows from public.${table} where property_id = $1`,
      [property.id],
    );
    return row?.rows;
  };

  it('an access code is made once, and both answers have it', async () => {
    const [first] = await makeCode(key);
    expect(await makeCode(key)).toEqual([first]);
    expect(await count('guest_sessions')).toBe(1);
    const error = await catchDatabaseError(makeCode(key, 'Bảo'));
    expect(error).toMatchObject({ message: 'conflict' });
    // Who sends no key, or another one, makes another.
    await makeCode(null);
    await makeCode('another-key');
    expect(await count('guest_sessions')).toBe(3);
  });

  it('a key tells another place nothing of what it made here', async () => {
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const error = await catchDatabaseError(makeCode(key, 'Mai', stranger));
    expect(error).toMatchObject({ message: 'not_found' });
  });

  it('a reply is told to the guest once', async () => {
    await reply(key, 'We are on the way.');
    await reply(key, ' We are on the way. ');
    const said = async () =>
      database().sql('select message from public.incident_updates where incident_id = $1', [incidentId]);
    expect(await said()).toEqual([{ message: 'We are on the way.' }]);
    expect(await catchDatabaseError(reply(key, 'Done.'))).toMatchObject({ message: 'conflict' });
    await reply(null, 'Done.');
    expect(await said()).toHaveLength(2);
  });

  it('a note is written once', async () => {
    await note(key, 'Plumber called');
    await note(key, 'Plumber called');
    expect(await count('incident_notes')).toBe(1);
    expect(await catchDatabaseError(note(key, 'Plumber came'))).toMatchObject({ message: 'conflict' });
  });

  it.each([
    ['an access code', () => makeCode('short')],
    ['a reply', () => reply('short', 'Yes')],
    ['a note', () => note('short', 'Yes')],
  ])('%s under what is no key is refused', async (_, send) => {
    expect(await catchDatabaseError(send())).toMatchObject({ message: 'invalid_request' });
  });
});

onNativePostgres('forms of the desk that are sent at once', {}, (database) => {
  it('one access code is made of 16 under one key', async () => {
    const property = await makeProperty(database());
    const staff = await signUpMember(database(), property.id, 'staff');
    await makeRoom(database(), property, { room_number: '12' });
    const connections = database().connect({ max: 16 });
    const made = await Promise.all(
      Array.from({ length: 16 }, () =>
        runOnConnection(
          connections,
          staff,
          (sql) => sql`
            select public.create_guest_session(${property.id}, '12', 'Mai', localtimestamp::date + 3, request_key => ${key}) as made`,
        ),
      ),
    );
    expect(new Set(made.map(([row]) => JSON.stringify(row))).size).toBe(1);
  });
});
