import { beforeEach, describe, expect, it } from 'vitest';
import { claimJob, failJob, finishJob, readJobMail } from './support/claim-job.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { jobsProcess, type Person, queryAs, runAs, serviceRole, signUpMember } from './support/people.ts';

const kind = 'request_answer_mail';

onNativePostgres('the answer to a request', {}, (database) => {
  let property: Property;
  let staff: Person;
  beforeEach(async () => {
    await database().sql('delete from public.jobs where true');
    property = await makeProperty(database(), {
      name: 'Lantern House',
      address: '12 Trần Phú',
      contact_phone: '+84 236 382 2222',
      contact_whatsapp: '',
      contact_email: 'desk@lantern.example',
      default_locale: 'vi',
      translations: { de: { address: 'Trần-Phú-Straße 12' } },
    });
    staff = await signUpMember(database(), property.id, 'staff');
  });

  const request = async (changes: Record<string, unknown> = {}) =>
    makeBooking(database(), await makeRoom(database(), property), {
      from: 5,
      to: 7,
      status: 'pending',
      source: 'direct',
      guest_name: 'Ana Silva',
      guest_last_name: 'Silva',
      guest_email: 'ana@example.com',
      guest_locale: 'de',
      ...changes,
    });
  const take = (step: 'confirm_booking' | 'cancel_booking' | 'check_in', id: string) =>
    queryAs(database(), staff, `select public.${step}($1)`, [id]);
  const undo = (id: string) =>
    queryAs(
      database(),
      staff,
      `select public.undo_change((
         select l.id from public.audit_log l where l.row_id = $1 and l.undo_role is not null
         order by l.created_at desc, l.id desc limit 1
       ))`,
      [id],
    );
  /** Does the next job as the process for jobs does. Returns what it told, and null where it told nothing. */
  const tell = async () => {
    const job = await claimJob(database(), kind);
    if (job === null) throw new Error('there is no job');
    const mail = await readJobMail(database(), job);
    await finishJob(database(), job, mail === null ? 'untold' : 'told');
    return mail;
  };
  const countWaiting = async () => {
    const [row] = await database().sql<{ n: number }>(
      `select count(*)::integer as n from public.jobs where done_at is null and kind not like 'notification%'`,
    );
    return row?.n;
  };
  const read = async (id: string, person = staff) => {
    const [row] = await queryAs<{
      booking: { mails: Record<string, unknown>[]; history: { action: string }[] };
    }>(database(), person, 'select public.read_booking($1, $2) as booking', [property.id, id]);
    return row?.booking;
  };

  it('is mailed in the language of the page on which the guest asked, with how to reach the place', async () => {
    const { id, booking_code: code } = await request();
    await take('confirm_booking', id);
    expect(await tell()).toEqual({
      to: 'ana@example.com',
      locale: 'de',
      code,
      guestName: 'Ana Silva',
      checkIn: expect.any(String),
      checkOut: expect.any(String),
      answer: 'confirmed',
      told: null,
      place: {
        name: 'Lantern House',
        address: 'Trần-Phú-Straße 12',
        phone: '+84 236 382 2222',
        whatsapp: null,
        email: 'desk@lantern.example',
        checkInTime: '14:00',
      },
    });
    expect(await countWaiting()).toBe(0);
  });

  it('is mailed in the language of the place where that of the guest is not known', async () => {
    const { id } = await request({ guest_locale: null });
    await take('confirm_booking', id);
    expect(await tell()).toMatchObject({ locale: 'vi', place: { address: '12 Trần Phú' } });
  });

  it('waits a minute, and the job has no word of the guest', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    const [job] = await database().sql(
      `select payload, about_id, property_id, run_at between now() + '50 seconds' and now() + '61 seconds' as "waitsAMinute",
         jobs::text ilike '%ana%' as "hasName" from public.jobs where kind not like 'notification%'`,
    );
    expect(job).toEqual({
      payload: {},
      about_id: id,
      property_id: property.id,
      waitsAMinute: true,
      hasName: false,
    });
  });

  it.each([
    ['a booking that the desk made', { source: 'desk' }],
    ['a guest without an address', { guest_email: null }],
  ])('is not enqueued for %s', async (_, changes) => {
    const { id } = await request(changes);
    await take('confirm_booking', id);
    expect(await countWaiting()).toBe(0);
    expect((await read(id))?.mails).toEqual([]);
  });

  it('is not told once it was undone, before it was sent', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    await undo(id);
    expect(await countWaiting()).toBe(1);
    expect((await read(id))?.mails).toEqual([]);
    expect(await tell()).toBeNull();
    expect((await read(id))?.mails).toEqual([]);
  });

  it('is the last one where the desk decided again before it was sent', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    await undo(id);
    await take('cancel_booking', id);
    expect(await countWaiting()).toBe(1);
    expect(await tell()).toMatchObject({ answer: 'refused', told: null });
  });

  it.each([
    ['confirm_booking', 'confirmed'],
    ['cancel_booking', 'refused'],
  ] as const)('that was sent and undone is corrected: %s', async (step, answer) => {
    const { id } = await request();
    await take(step, id);
    expect(await tell()).toMatchObject({ answer, told: null });
    await undo(id);
    expect(await tell()).toMatchObject({ answer: 'open', told: answer });
    await take('confirm_booking', id);
    expect(await tell()).toMatchObject({ answer: 'confirmed', told: 'open' });
  });

  it('that was undone and given again after it was sent is not sent twice', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    await tell();
    await undo(id);
    await take('confirm_booking', id);
    expect(await tell()).toBeNull();
  });

  it('of a confirmed stay that the desk cancels later is told, and that it stands after all', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    await tell();
    await take('cancel_booking', id);
    expect(await tell()).toMatchObject({ answer: 'cancelled', told: 'confirmed' });
    await undo(id);
    expect(await tell()).toMatchObject({ answer: 'confirmed', told: 'cancelled' });
  });

  it('that nobody gave within two days is told as such', async () => {
    const { id } = await request();
    await database().sql(
      `update public.accom_bookings set created_at = now() - interval '49 hours' where id = $1`,
      [id],
    );
    await queryAs(database(), serviceRole, 'select public.sweep()');
    expect(await tell()).toMatchObject({ answer: 'expired', told: null });
  });

  it('is not told to a guest who has arrived, nor after the stay', async () => {
    const arrived = await request({ from: 0, to: 2 });
    await take('confirm_booking', arrived.id);
    await take('check_in', arrived.id);
    expect(await tell()).toBeNull();
    const late = await request({ from: -3, to: -1 });
    await take('confirm_booking', late.id);
    expect(await tell()).toBeNull();
  });

  it('goes to the address that the guest has when it is sent', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    await database().sql(`update public.accom_bookings set guest_email = 'ana@new.example' where id = $1`, [
      id,
    ]);
    expect(await tell()).toMatchObject({ to: 'ana@new.example' });
  });

  it('of a try that was cut off is told again as it is then', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    const job = await claimJob(database(), kind);
    expect(job && (await readJobMail(database(), job))).toMatchObject({ answer: 'confirmed' });
    await database().sql(`update public.jobs set claimed_until = now() where claim is not null`);
    expect(await tell()).toMatchObject({ answer: 'confirmed', told: null });
  });

  it('is shown at the booking: it waits, it was sent, it failed', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    expect((await read(id))?.mails).toMatchObject([
      { kind, state: 'waiting', answer: 'confirmed', attempts: 0 },
    ]);
    await tell();
    expect(await read(id)).toMatchObject({
      mails: [{ kind, state: 'sent', answer: 'confirmed' }],
      history: [{ action: 'guest_told', actor: 'job' }, {}, {}],
    });
    await take('cancel_booking', id);
    const job = await claimJob(database(), kind);
    if (job !== null) {
      await readJobMail(database(), job);
      await failJob(database(), job);
    }
    expect(await read(id)).toMatchObject({
      mails: [{ state: 'failed', answer: 'cancelled', error: 'address_refused' }, { state: 'sent' }],
      history: [{ action: 'guest_not_told' }, {}, {}, {}, {}],
    });
  });

  it('what was told moves the version that open screens ask for', async () => {
    const { id } = await request();
    await take('confirm_booking', id);
    const pulse = async () =>
      (await queryAs(database(), staff, 'select public.desk_pulse($1) as pulse', [property.id]))[0]?.[
        'pulse'
      ];
    const before = await pulse();
    await tell();
    expect(await pulse()).not.toEqual(before);
  });

  describe('the process for jobs', () => {
    it('reads nothing about a booking without the claim of its job', async () => {
      const { id } = await request();
      await take('confirm_booking', id);
      const job = await claimJob(database(), kind);
      const attempt = (claim: unknown, name = kind) =>
        queryAs(database(), jobsProcess, `select public.read_${name}($1, $2)`, [job?.id, claim]);
      await expect(attempt(crypto.randomUUID())).rejects.toMatchObject({ message: 'not_found' });
      await expect(attempt(null)).rejects.toMatchObject({ message: 'not_found' });
      await expect(attempt(job?.claim, 'booking_code_mail')).rejects.toMatchObject({ message: 'not_found' });
      if (job !== null) await finishJob(database(), job, 'untold');
      await expect(attempt(job?.claim)).rejects.toMatchObject({ message: 'not_found' });
    });
  });
});

onNativePostgres('the code of a booking by mail', {}, (database) => {
  let property: Property;
  let staff: Person;
  beforeEach(async () => {
    await database().sql('delete from public.jobs where true');
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });
  const book = async (changes: Record<string, unknown> = {}) =>
    makeBooking(database(), await makeRoom(database(), property), {
      guest_email: 'sarah@example.com',
      ...changes,
    });
  const mail = (id: string, person = staff) =>
    queryAs(database(), person, 'select public.mail_booking_code($1)', [id]);

  it('is mailed when the desk asks for it, once for two taps, and is in the history', async () => {
    const { id, booking_code: code } = await book();
    await runAs(database(), staff, async (sql) => {
      await sql('select public.mail_booking_code($1)', [id]);
      await sql('select public.mail_booking_code($1)', [id]);
    });
    const job = await claimJob(database(), 'booking_code_mail');
    expect(job && (await readJobMail(database(), job))).toMatchObject({
      to: 'sarah@example.com',
      code,
      locale: 'en',
    });
    expect(await claimJob(database(), 'booking_code_mail')).toBeNull();
    const log = await database().sql(
      'select action from public.audit_log where row_id = $1 and account_id is not null',
      [id],
    );
    expect(log).toContainEqual({ action: 'booking_code_mailed' });
  });

  it.each([
    ['a guest without an address', { guest_email: null }, 'guest_has_no_address'],
    ['a request', { status: 'pending' }, 'stay_is_not_confirmed'],
    ['a stay that is over', { status: 'checked_out' }, 'stay_is_not_confirmed'],
  ])('is refused for %s', async (_, changes, reason) => {
    const { id } = await book(changes);
    await expect(mail(id)).rejects.toMatchObject({ detail: expect.stringContaining(reason) });
  });

  it('is not mailed where the booking was cancelled meanwhile', async () => {
    const { id } = await book();
    await mail(id);
    await database().sql(`update public.accom_bookings set status = 'cancelled' where id = $1`, [id]);
    const job = await claimJob(database(), 'booking_code_mail');
    expect(job && (await readJobMail(database(), job))).toBeNull();
  });

  it('is mailed five times an hour at most', async () => {
    const { id } = await book();
    await database().sql(
      `insert into public.rate_limits (key, window_start, hits) values ($1, date_bin('1 hour', now(), 'epoch'), 5)`,
      [`code-mail:${id}`],
    );
    await expect(mail(id)).rejects.toMatchObject({ message: 'rate_limited' });
  });

  it('is refused to a member of another place and to a housekeeper', async () => {
    const { id } = await book();
    const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    await expect(mail(id, other)).rejects.toMatchObject({ message: 'not_found' });
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    await expect(mail(id, housekeeper)).rejects.toMatchObject({ message: 'forbidden' });
  });
});
