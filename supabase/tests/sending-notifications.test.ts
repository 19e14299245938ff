import { beforeEach, describe, expect, it } from 'vitest';
import { type ClaimedJob, finishJob } from './support/claim-job.ts';
import { reportIncident } from './support/incident-calls.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import { makeBooking, makeRoom } from './support/make-property.ts';
import { choose, type House, markRead, openHouse, readInbox } from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import {
  cancelOrder,
  makeItem,
  orderArguments,
  placeOrder,
  placeOrderCall,
  subjectOfBooking,
} from './support/order-calls.ts';
import { jobsProcess, type Person, queryAs, runOnConnection, staysServer } from './support/people.ts';
import { endSession, subscribe } from './support/push-calls.ts';

type Mail = {
  to: string;
  locale: string;
  place: string;
  slug: string;
  timezone: string;
  notifications: { id: string; kind: string; room: string | null; happenedAt: string }[];
};

type Push = {
  endpoint: string;
  kind: string;
  place: string;
  locale: string;
  notificationId: string;
  count: number;
  unread: number;
  isUrgent: boolean;
};

/** Quiet hours of a place that are on now, over midnight or not; and such that are not. */
const quietHours = (hoursFromNow: number): { quietFrom: string; quietTo: string } => {
  const at = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toLocaleTimeString('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
  return { quietFrom: at(hoursFromNow), quietTo: at(hoursFromNow + 2) };
};
const quietNow = () => quietHours(-1);

onNativePostgres('sending notifications', {}, (database) => {
  let house: House;
  beforeEach(async () => {
    await database().sql('delete from public.jobs where true');
    house = await openHouse(database(), { default_locale: 'vi' });
    for (const person of [house.owner, house.manager]) {
      await choose(database(), person, house.property, { byMail: [], byPush: [] });
    }
    await choose(database(), house.staff, house.property, { byMail: ['order_new'], byPush: ['order_new'] });
  });
  const order = async (): Promise<string> => {
    const item = await makeItem(database(), house.property);
    const { order: placed } = await placeOrder(database(), house.guest, {
      items: [{ itemId: item.id, quantity: 1 }],
    });
    return placed?.id ?? '';
  };
  const report = async (priority: string) =>
    reportIncident(database(), house.guest, {
      title: 'Burst pipe',
      priority,
      idempotency_key: crypto.randomUUID(),
    });
  const readWaiting = (kind: string) =>
    database().sql<{ minutes: number; payload: Record<string, unknown> }>(
      `select extract(epoch from run_at - now())::float / 60 as minutes, payload from public.jobs
       where kind = $1 and done_at is null order by run_at`,
      [kind],
    );
  const claimAll = async (kind: string): Promise<ClaimedJob[]> => {
    await makeJobsDue(database(), kind);
    return claimJobs(database(), kind);
  };
  /** The only mail that is due, read as the process for jobs reads it. */
  const readMail = async (): Promise<Mail | null> => {
    const [job] = await claimAll('notification_mail');
    return job === undefined ? null : callForJob<Mail | null>(database(), 'read_notification_mail', job);
  };
  const readPush = async (): Promise<Push | null> => {
    const [job] = await claimAll('notification_push');
    return job === undefined ? null : callForJob<Push | null>(database(), 'read_notification_push', job);
  };
  const confirm = (id: string, person: Person = house.manager) =>
    queryAs(database(), person, `select public.set_order_status($1, 'confirmed')`, [id]);

  describe('a mail', () => {
    it('has all that happened in two minutes, to those alone who want it, and names no guest', async () => {
      for (let n = 0; n < 4; n += 1) await order();
      const waiting = await readWaiting('notification_mail');
      expect(waiting.length).toBeLessThanOrEqual(2); // the four may lie on both sides of a window's end
      for (const { minutes } of waiting) {
        expect(minutes).toBeGreaterThan(0.45);
        expect(minutes).toBeLessThanOrEqual(2.5);
      }
      const mail = await readMail();
      expect(mail).toEqual({
        to: expect.stringContaining('staff-'),
        locale: 'vi',
        place: 'Lantern House',
        slug: house.property.slug,
        timezone: 'Asia/Ho_Chi_Minh',
        notifications: Array.from({ length: 4 }, () => ({
          id: expect.any(String),
          kind: 'order_new',
          room: expect.any(String),
          happenedAt: expect.any(String),
        })),
      });
      expect(JSON.stringify(mail)).not.toMatch(/Johnson|Sarah|lager/i);
    });

    it('has in its second try what it had in the first, and another one only what is new', async () => {
      await order();
      const [job] = await claimAll('notification_mail');
      if (job === undefined) throw new Error('a mail is due');
      const read = () => callForJob<Mail>(database(), 'read_notification_mail', job);
      const first = await read();
      expect(await read()).toEqual(first);
      await finishJob(database(), job, 'told');
      await database().sql('update public.jobs set job_key = gen_random_uuid()::text where id = $1', [
        job.id,
      ]);
      await order();
      expect((await readMail())?.notifications).toHaveLength(1);
    });

    it('has nothing that was settled or read before it leaves, and is not sent where nothing is left', async () => {
      const [confirmed, cancelled, read] = [await order(), await order(), await order()];
      await confirm(confirmed);
      await cancelOrder(database(), house.guest, cancelled);
      const inbox = await readInbox(database(), house.staff, house.property);
      const own = inbox.find(({ thing_id, kind }) => thing_id === read && kind === 'order_new');
      await markRead(database(), house.staff, house.property, own?.id);
      expect(await readMail()).toBeNull();
    });

    it('waits for the end of quiet hours, in which all goes into one', async () => {
      await choose(database(), house.staff, house.property, quietNow());
      await order();
      await order();
      const waiting = await readWaiting('notification_mail');
      expect(waiting).toHaveLength(1);
      expect(waiting[0]?.minutes).toBeGreaterThan(58);
      expect(waiting[0]?.minutes).toBeLessThanOrEqual(61);
    });

    it('that comes late into quiet hours is left for their end', async () => {
      await order();
      await choose(database(), house.staff, house.property, quietNow());
      expect(await readMail()).toBeNull();
      const later = (await readWaiting('notification_mail')).filter(({ minutes }) => minutes > 50);
      expect(later).toHaveLength(1);
    });

    it('is not sent to who has left, or whose user is gone', async () => {
      await order();
      await database().sql('update public.accounts set auth_id = null where id = $1', [
        house.staff.accountId,
      ]);
      expect(await readMail()).toBeNull();
    });
  });

  describe('a push', () => {
    it('goes to each browser of the person, with a count and no word of a guest', async () => {
      const [desk, phone] = [
        await subscribe(database(), house.staff),
        await subscribe(database(), house.staff),
      ];
      await order();
      const jobs = await claimAll('notification_push');
      expect(jobs).toHaveLength(2);
      const pushes = await Promise.all(
        jobs.map((job) => callForJob<Push>(database(), 'read_notification_push', job)),
      );
      expect(pushes.map(({ endpoint }) => endpoint).sort()).toEqual([desk.endpoint, phone.endpoint].sort());
      expect(pushes[0]).toMatchObject({
        kind: 'order_new',
        place: 'Lantern House',
        locale: 'vi',
        count: 1,
        unread: 1,
        isUrgent: false,
      });
      expect(JSON.stringify([jobs, pushes])).not.toMatch(/Johnson|Sarah|lager/i);
    });

    it('counts what came meanwhile', async () => {
      await subscribe(database(), house.staff);
      await order();
      await order();
      expect(await readPush()).toMatchObject({ count: 2, unread: 2 });
    });

    it.each([
      ['somebody has seen to it', async () => confirm(await order())],
      [
        'it was read',
        async () => {
          await order();
          await markRead(database(), house.staff, house.property);
        },
      ],
      [
        'the person has signed out in that browser',
        async () => {
          await order();
          await endSession(database(), house.staff);
        },
      ],
      [
        'the person wants none any more',
        async () => {
          await order();
          await choose(database(), house.staff, house.property, { byPush: [] });
        },
      ],
      [
        'the person is a housekeeper now',
        async () => {
          await order();
          await database().sql(
            `update public.property_members set role = 'housekeeper', sees_documents = false, sees_money = false
             where account_id = $1`,
            [house.staff.accountId],
          );
        },
      ],
      [
        'the person has left the place',
        async () => {
          await order();
          await database().sql('delete from public.property_members where account_id = $1', [
            house.staff.accountId,
          ]);
        },
      ],
    ])('is not sent where %s', async (_, happen) => {
      await subscribe(database(), house.staff);
      await happen();
      expect(await readPush()).toBeNull();
    });

    it('is not written for a browser in which the person has signed out', async () => {
      await subscribe(database(), house.staff);
      await endSession(database(), house.staff);
      await order();
      expect(await readWaiting('notification_push')).toEqual([]);
    });

    it('waits for the end of quiet hours, one for all orders of them', async () => {
      await subscribe(database(), house.staff);
      await choose(database(), house.staff, house.property, quietNow());
      await order();
      await order();
      const waiting = await readWaiting('notification_push');
      expect(waiting).toHaveLength(1);
      expect(waiting[0]?.minutes).toBeGreaterThan(57);
    });

    it.each([
      ['passes', true, 'urgent', 1],
      ['does not pass where the person says so', false, 'urgent', 0],
      ['does not pass where it is not urgent', true, 'high', 0],
    ])('of an urgent report %s', async (_, urgentPasses, priority, sentAtOnce) => {
      await subscribe(database(), house.staff);
      await choose(database(), house.staff, house.property, {
        byPush: ['report_new'],
        urgentPasses,
        ...quietNow(),
      });
      await report(priority);
      const waiting = await readWaiting('notification_push');
      expect(waiting.filter(({ minutes }) => minutes <= 0)).toHaveLength(sentAtOnce);
      expect(waiting).toHaveLength(1);
    });

    it('outside of quiet hours is due at once', async () => {
      await subscribe(database(), house.staff);
      await choose(database(), house.staff, house.property, quietHours(2));
      await order();
      const [job] = await readWaiting('notification_push');
      expect(job?.minutes).toBeLessThanOrEqual(0);
    });

    it('to a browser that its push service does not know any more is the last one', async () => {
      await subscribe(database(), house.staff);
      await order();
      const [job] = await claimAll('notification_push');
      if (job === undefined) throw new Error('a push is due');
      await callForJob(database(), 'forget_push_subscription', job);
      const left = await database().sql('select from public.push_subscriptions where account_id = $1', [
        house.staff.accountId,
      ]);
      expect(left).toEqual([]);
    });
  });

  it.each(['read_notification_mail', 'read_notification_push', 'forget_push_subscription', 'tell_if_late'])(
    '%s tells nothing without a claim, and no job of another kind',
    async (name) => {
      await order();
      const [late] = await claimAll('notification_late');
      const wrong: { id: string; claim: string }[] = [
        { id: crypto.randomUUID(), claim: crypto.randomUUID() },
      ];
      if (late !== undefined && name !== 'tell_if_late') wrong.push(late);
      for (const { id, claim } of wrong) {
        await expect(
          queryAs(database(), jobsProcess, `select public.${name}($1, $2)`, [id, claim]),
        ).rejects.toMatchObject({ code: 'PT404' });
      }
    },
  );
});

onNativePostgres('notifications of events at once', {}, (database) => {
  it('forty orders of one place are all placed, each is told to everybody once, and they share their mails', async () => {
    const house = await openHouse(database());
    for (const person of [house.owner, house.manager, house.staff]) {
      await choose(database(), person, house.property, { byMail: ['order_new'] });
    }
    const item = await makeItem(database(), house.property);
    const guests = await Promise.all(
      Array.from({ length: 40 }, async () =>
        subjectOfBooking(await makeBooking(database(), await makeRoom(database(), house.property))),
      ),
    );
    const connections = database().connect({ max: 20 });
    const outcomes = await Promise.all(
      guests.map((guest) =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] = await sql.unsafe<{ outcome: { ok: boolean } }[]>(
            `select ${placeOrderCall} as outcome`,
            // postgres.js knows no type for an array of anything.
            orderArguments(guest, { items: [{ itemId: item.id, quantity: 1 }] }) as never[],
          );
          return row?.outcome.ok;
        }),
      ),
    );
    expect(outcomes).toEqual(guests.map(() => true));
    const [told] = await database().sql(
      `select count(*)::integer as notifications,
         (select count(*)::integer from public.jobs j where j.kind = 'notification_mail' and j.property_id = $1) as mails
       from public.notifications where property_id = $1 and kind = 'order_new'`,
      [house.property.id],
    );
    // To these three and to who made the place.
    expect(told?.['notifications']).toBe(4 * 40);
    // Of each person one, or two where the orders lie on both sides of a window's end.
    expect([3, 6]).toContain(told?.['mails']);
  });
});
