import { beforeEach, expect, it } from 'vitest';
import { claimJob, finishJob, readJobMail } from './support/claim-job.ts';
import { makeProperty, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { jobsProcess, type Person, queryAs, signUp, signUpMember } from './support/people.ts';

const kind = 'invitation_mail';

onNativePostgres('an invitation by mail', {}, (database) => {
  let property: Property;
  let owner: Person;
  beforeEach(async () => {
    await database().sql('delete from public.jobs where true');
    property = await makeProperty(database());
    owner = await signUpMember(database(), property.id, 'owner');
  });

  const invite = async (email: string | null = 'minh@example.com', person = owner) => {
    const [row] = await queryAs<{ made: { invitationId: string; secret: string } }>(
      database(),
      person,
      `select public.invite_member($1, 'staff', email => $2) as made`,
      [property.id, email],
    );
    if (row === undefined) throw new Error('the function returns one row');
    return row.made;
  };
  const claim = async () => {
    const job = await claimJob(database(), kind);
    if (job === null) throw new Error('nothing was claimed');
    return job;
  };
  const accept = async (secret: unknown) => {
    const person = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    return queryAs(database(), person, 'select public.accept_invitation($1)', [secret]);
  };

  it('has a secret of its own that opens the same invitation, which works once', async () => {
    const { secret } = await invite();
    const mail = await readJobMail(database(), await claim());
    expect(mail).toEqual({
      to: 'minh@example.com',
      secret: expect.stringMatching(/^[0-9a-f]{64}$/),
      place: 'Lantern House',
      role: 'staff',
      invitedBy: expect.any(String),
      replyTo: expect.any(String),
      lastDay: expect.any(String),
    });
    expect(mail?.['secret']).not.toBe(secret);
    await accept(mail?.['secret']);
    await expect(accept(secret)).rejects.toMatchObject({
      detail: expect.stringContaining('invitation_is_used'),
    });
  });

  it('of every try works, since an earlier one may have arrived', async () => {
    await invite();
    const first = await readJobMail(database(), await claim());
    await database().sql('update public.jobs set claimed_until = now()');
    const second = await readJobMail(database(), await claim());
    expect(second?.['secret']).not.toBe(first?.['secret']);
    await accept(first?.['secret']);
  });

  it('leaves no secret in the database', async () => {
    const { secret } = await invite();
    const mail = await readJobMail(database(), await claim());
    const [stored] = await database().sql<{ all: string }>(
      `select (select string_agg(j::text, '') from public.jobs j) || (select string_agg(i::text, '') from public.invitations i)
         || (select string_agg(m::text, '') from public.invitation_mail_secrets m) as all`,
    );
    expect(stored?.all).not.toContain(secret);
    expect(stored?.all).not.toContain(mail?.['secret']);
  });

  it.each([
    [
      'was withdrawn',
      (id: string) => queryAs(database(), owner, 'select public.withdraw_invitation($1)', [id]),
    ],
    [
      'has expired',
      (id: string) => database().sql('update public.invitations set expires_at = now() where id = $1', [id]),
    ],
    [
      'was used',
      (id: string) => database().sql('update public.invitations set used_at = now() where id = $1', [id]),
    ],
    [
      'is of somebody who works there no longer',
      () =>
        database().sql(
          `delete from public.property_members m using public.invitations i where m.account_id = i.invited_by`,
        ),
    ],
  ])('is not sent where it %s', async (_, end) => {
    const { invitationId } = await invite();
    await end(invitationId);
    const job = await claim();
    expect(await readJobMail(database(), job)).toBeNull();
    await finishJob(database(), job, 'untold');
  });

  it('is not enqueued without an address', async () => {
    await invite(null);
    await invite(' ');
    expect(await claimJob(database(), kind)).toBeNull();
  });

  it.each([
    'minh',
    'a@b',
    'a b@example.com',
    `${'x'.repeat(250)}@example.com`,
    'a@example.com\r\nBcc: b@example.com',
  ])('is refused to the address %j', async (email) => {
    await expect(invite(email)).rejects.toMatchObject({ message: 'invalid_request' });
  });

  it('is sent thirty times a day at most, and a refusal makes no invitation', async () => {
    await database().sql(
      `insert into public.rate_limits (key, window_start, hits) values ($1, date_bin('1 day', now(), 'epoch'), 30)`,
      [`invitation-mail:${property.id}`],
    );
    await expect(invite()).rejects.toMatchObject({ message: 'rate_limited' });
    expect(await queryAs(database(), owner, 'select id from public.invitations')).toEqual([]);
    await invite(null);
  });

  it('tells the process for jobs nothing without the claim of its job', async () => {
    const { invitationId } = await invite();
    const job = await claim();
    for (const [id, one] of [
      [job.id, crypto.randomUUID()],
      [crypto.randomUUID(), job.claim],
    ])
      await expect(
        queryAs(database(), jobsProcess, 'select public.read_invitation_mail($1, $2)', [id, one]),
      ).rejects.toMatchObject({ message: 'not_found' });
    const secrets = await database().sql(
      'select from public.invitation_mail_secrets where invitation_id = $1',
      [invitationId],
    );
    expect(secrets).toEqual([]);
  });
});
