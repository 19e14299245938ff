import { beforeEach, expect, it } from 'vitest';
import { claimJob, failJob, finishJob } from './support/claim-job.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

onNativePostgres('what could not be told', {}, (database) => {
  let property: Property;
  let manager: Person;
  let bookingId: string;
  beforeEach(async () => {
    await database().sql('delete from public.jobs where true');
    property = await makeProperty(database());
    manager = await signUpMember(database(), property.id, 'manager');
    bookingId = (
      await makeBooking(database(), await makeRoom(database(), property), { guest_email: 'a@example.com' })
    ).id;
  });

  /** Makes a job of this place that is dead. */
  const makeDead = async (kind = 'booking_code_mail', about: string | null = bookingId) => {
    const key = crypto.randomUUID();
    await database().sql('select private.enqueue_job($1, $2, $3, $4)', [kind, key, property.id, about]);
    const job = await claimJob(database(), kind);
    if (job === null) throw new Error('nothing was claimed');
    await failJob(database(), job);
    return job.id;
  };
  const list = async (person = manager) => {
    const [row] = await queryAs<{ failed: Record<string, unknown>[] }>(
      database(),
      person,
      'select public.list_failed_jobs($1) as failed',
      [property.id],
    );
    return row?.failed;
  };
  const call = (name: 'retry_failed_job' | 'drop_failed_job', id: string, person = manager) =>
    queryAs(database(), person, `select public.${name}($1)`, [id]);

  it('is listed with why and with its booking, newest first', async () => {
    const older = await makeDead();
    const newer = await makeDead('invitation_mail', null);
    expect(await list()).toMatchObject([
      { id: newer, kind: 'invitation_mail', booking: null },
      {
        id: older,
        kind: 'booking_code_mail',
        error: 'address_refused',
        status: 550,
        attempts: 1,
        booking: { id: bookingId, guestName: 'Sarah Johnson' },
      },
    ]);
  });

  it('has no job that waits or is done, and none of another place', async () => {
    await database().sql(`select private.enqueue_job('booking_code_mail', 'waits', $1)`, [property.id]);
    const job = await claimJob(database(), 'booking_code_mail');
    if (job !== null) await finishJob(database(), job, 'told');
    await database().sql(`select private.enqueue_job('booking_code_mail', 'waits too', $1)`, [property.id]);
    const other = await makeProperty(database());
    await database().sql(
      `insert into public.jobs (property_id, kind, job_key, dead_at) values ($1, 'booking_code_mail', 'other', now())`,
      [other.id],
    );
    expect(await list()).toEqual([]);
  });

  it('names nothing of another place, whatever a job is about', async () => {
    const other = await makeProperty(database());
    const foreign = await makeBooking(database(), await makeRoom(database(), other));
    await makeDead('invitation_mail', foreign.id);
    expect(await list()).toMatchObject([{ booking: null, invitation: null }]);
  });

  it('is tried again from the first try on, once, and that is in the history', async () => {
    const id = await makeDead();
    await call('retry_failed_job', id);
    expect(await list()).toEqual([]);
    await expect(call('retry_failed_job', id)).rejects.toMatchObject({ message: 'conflict' });
    expect(await claimJob(database(), 'booking_code_mail')).toMatchObject({ id, attempt: 1 });
    const log = await database().sql('select action, detail from public.audit_log where row_id = $1', [id]);
    expect(log).toEqual([{ action: 'message_tried_again', detail: { kind: 'booking_code_mail' } }]);
  });

  it('is dropped for good', async () => {
    const id = await makeDead();
    await call('drop_failed_job', id);
    expect(await list()).toEqual([]);
    await expect(call('drop_failed_job', id)).rejects.toMatchObject({ message: 'not_found' });
  });

  it('only managers list and drop it; the desk tries again what guests are told, and nothing else', async () => {
    const staff = await signUpMember(database(), property.id, 'staff');
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const ofGuest = await makeDead();
    const ofMember = await makeDead('invitation_mail', null);
    for (const person of [staff, housekeeper]) {
      await expect(list(person)).rejects.toMatchObject({ message: 'forbidden' });
      await expect(call('drop_failed_job', ofGuest, person)).rejects.toMatchObject({ message: 'forbidden' });
      await expect(call('retry_failed_job', ofMember, person)).rejects.toMatchObject({
        message: 'forbidden',
      });
    }
    await expect(call('retry_failed_job', ofGuest, housekeeper)).rejects.toMatchObject({
      message: 'forbidden',
    });
    await call('retry_failed_job', ofGuest, staff);
  });

  it('is not found by a member of another place, nor is a job of no place', async () => {
    const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const id = await makeDead();
    const [ofNobody] = await database().sql<{ id: string }>(
      `insert into public.jobs (kind, job_key, dead_at) values ('x', 'x', now()) returning id`,
    );
    await expect(list(other)).rejects.toMatchObject({ message: 'not_found' });
    for (const name of ['retry_failed_job', 'drop_failed_job'] as const) {
      await expect(call(name, id, other)).rejects.toMatchObject({ message: 'not_found' });
      await expect(call(name, ofNobody?.id ?? '', manager)).rejects.toMatchObject({ message: 'not_found' });
    }
  });
});
