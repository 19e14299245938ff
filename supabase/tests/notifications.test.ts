import { beforeAll, describe, expect, it } from 'vitest';
import { finishJob } from './support/claim-job.ts';
import { replyToIncident, reportIncident } from './support/incident-calls.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import { makeBooking, makeRoom } from './support/make-property.ts';
import {
  type House,
  listUnread,
  markRead,
  openHouse,
  readInbox,
  readUnreadCount,
} from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { cancelOrder, makeItem, placeOrder } from './support/order-calls.ts';
import { anon, backofficeServer, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';

onNativePostgres('notifications', {}, (database) => {
  const order = async ({ property, guest }: House): Promise<string> => {
    const item = await makeItem(database(), property);
    const { order: placed } = await placeOrder(database(), guest, {
      items: [{ itemId: item.id, quantity: 1 }],
    });
    if (placed === undefined) throw new Error('the order was placed');
    return placed.id;
  };
  const report = async ({ guest }: House, priority = 'medium'): Promise<string> =>
    (await reportIncident(database(), guest, { priority, idempotency_key: crypto.randomUUID() })).incident.id;
  const request = async ({ property }: House): Promise<string> =>
    (
      await makeBooking(database(), await makeRoom(database(), property), {
        status: 'pending',
        from: 5,
        to: 7,
      })
    ).id;
  const setStatus = (person: Person, id: string, status: string) =>
    queryAs(database(), person, 'select public.set_order_status($1, $2::public.order_status)', [id, status]);
  const undoLast = async (person: Person, rowId: string) => {
    const [entry] = await database().sql<{ id: string }>(
      'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
      [rowId],
    );
    await queryAs(database(), person, 'select public.undo_change($1)', [entry?.id]);
  };
  const unread = (person: Person, { property }: House) => listUnread(database(), person, property);
  /** Does the checks that are due. Returns how many found that something is late. */
  const checkWhatIsLate = async () => {
    let told = 0;
    for (const job of await claimJobs(database(), 'notification_late')) {
      told += Number(await callForJob<boolean>(database(), 'tell_if_late', job));
      await finishJob(database(), job, 'told');
    }
    return told;
  };

  it('tells staff, managers and owners of an order, a report and a request, in the transaction of each', async () => {
    const house = await openHouse(database());
    await order(house);
    await report(house);
    await request(house);
    for (const person of [house.owner, house.manager, house.staff]) {
      expect(await unread(person, house)).toEqual(['order_new', 'report_new', 'request_new']);
      expect(await readUnreadCount(database(), person, house.property)).toBe(3);
    }
  });

  it('stores nothing of a guest: a row has ids, times and marks alone', async () => {
    const columns = await database().sql<{ type: string }>(
      `select distinct data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = 'notifications' order by 1`,
    );
    expect(columns.map(({ type }) => type)).toEqual([
      'USER-DEFINED',
      'boolean',
      'timestamp with time zone',
      'uuid',
    ]);
  });

  it('tells a housekeeper nothing, and no longer what they were told as staff', async () => {
    const house = await openHouse(database());
    await order(house);
    expect(await readUnreadCount(database(), house.housekeeper, house.property)).toBeUndefined();
    const told = await database().sql('select from public.notifications where account_id = $1', [
      house.housekeeper.accountId,
    ]);
    expect(told).toEqual([]);
    await database().sql(
      `update public.property_members set role = 'housekeeper', sees_documents = false, sees_money = false
       where account_id = $1`,
      [house.staff.accountId],
    );
    for (const person of [house.housekeeper, house.staff]) {
      await expect(readInbox(database(), person, house.property)).rejects.toMatchObject({
        code: 'PT403',
      });
    }
  });

  it('tells only members of the place, and nobody reads or marks those of another', async () => {
    const [house, other] = [await openHouse(database()), await openHouse(database())];
    await order(house);
    expect(await unread(other.owner, other)).toEqual([]);
    const [own] = await readInbox(database(), house.staff, house.property);
    const id = own?.id ?? '';
    for (const call of [
      () => readInbox(database(), other.owner, house.property),
      () => markRead(database(), other.owner, house.property),
      () => markRead(database(), other.owner, other.property, id),
      () => markRead(database(), house.manager, house.property, id),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'PT404', message: 'not_found' });
    }
    for (const person of [anon, staysServer, backofficeServer]) {
      await expect(readInbox(database(), person, house.property)).rejects.toMatchObject({
        code: '42501',
      });
      await expect(markRead(database(), person, house.property)).rejects.toMatchObject({
        code: '42501',
      });
    }
    expect(await unread(house.staff, house)).toEqual(['order_new']);
  });

  it('is gone with the membership', async () => {
    const house = await openHouse(database());
    await order(house);
    await database().sql('delete from public.property_members where account_id = $1', [
      house.staff.accountId,
    ]);
    const left = await database().sql('select from public.notifications where account_id = $1', [
      house.staff.accountId,
    ]);
    expect(left).toEqual([]);
  });

  it('says what the thing is now, and marks one or all as read for this person alone', async () => {
    const house = await openHouse(database());
    const orderId = await order(house);
    const reportId = await report(house);
    const inbox = await readInbox(database(), house.staff, house.property);
    expect(inbox.map(({ thing_id, thing }) => ({ thing_id, thing }))).toEqual([
      {
        thing_id: reportId,
        thing: { room: expect.any(String), status: 'open', title: 'Cold shower', priority: 'medium' },
      },
      { thing_id: orderId, thing: { room: expect.any(String), status: 'pending' } },
    ]);
    const orderNotice = inbox[1]?.id ?? '';
    expect(await markRead(database(), house.staff, house.property, orderNotice)).toEqual([
      { kind: 'order_new', thing_id: orderId },
    ]);
    // A second tap is no error.
    await markRead(database(), house.staff, house.property, orderNotice);
    expect(await unread(house.staff, house)).toEqual(['report_new']);
    await markRead(database(), house.staff, house.property);
    expect(await unread(house.staff, house)).toEqual([]);
    expect(await unread(house.manager, house)).toEqual(['order_new', 'report_new']);
  });

  it('reads an inbox of any length by pages', async () => {
    const house = await openHouse(database());
    await database().sql(
      `insert into public.notifications (property_id, account_id, kind, thing_id, is_shown, happened_at)
       select $1, $2, 'order_new', gen_random_uuid(), true, now() - make_interval(mins => n / 2)
       from generate_series(1, 60) n`,
      [house.property.id, house.staff.accountId],
    );
    const first = await readInbox(database(), house.staff, house.property);
    expect(first).toHaveLength(51);
    const last = first[49];
    const second = await queryAs<{ id: string }>(
      database(),
      house.staff,
      'select * from public.list_notifications($1, $2, $3)',
      [house.property.id, last?.happened_at, last?.id],
    );
    expect(second).toHaveLength(10);
    expect(await readUnreadCount(database(), house.staff, house.property)).toBe(10);
  });

  describe('a thing that somebody did', () => {
    it('is settled for everybody with the first step of an order, and waits again when that is undone', async () => {
      const house = await openHouse(database());
      const id = await order(house);
      await setStatus(house.staff, id, 'confirmed');
      expect(await unread(house.manager, house)).toEqual([]);
      expect(await readUnreadCount(database(), house.manager, house.property)).toBe(0);
      await undoLast(house.staff, id);
      expect(await unread(house.manager, house)).toEqual(['order_new']);
    });

    it('is an order that the guest cancelled: what told of the order gives way, until the desk has seen it', async () => {
      const house = await openHouse(database());
      const id = await order(house);
      await cancelOrder(database(), house.guest, id);
      expect(await unread(house.staff, house)).toEqual(['order_cancelled']);
      await queryAs(database(), house.staff, 'select public.acknowledge_cancellation($1)', [id]);
      expect(await unread(house.manager, house)).toEqual([]);
      await undoLast(house.staff, id);
      expect(await unread(house.manager, house)).toEqual(['order_cancelled']);
    });

    it('is a request that was confirmed, refused or left alone too long', async () => {
      const house = await openHouse(database());
      const [confirmed, stale] = [await request(house), await request(house)];
      await queryAs(database(), house.staff, 'select public.confirm_booking($1)', [confirmed]);
      expect(await unread(house.owner, house)).toEqual(['request_new']);
      await undoLast(house.staff, confirmed);
      expect(await unread(house.owner, house)).toEqual(['request_new', 'request_new']);
      await database().sql(
        `update public.accom_bookings set created_at = now() - interval '3 days' where id = $1`,
        [stale],
      );
      await database().sql('select public.sweep()');
      expect(await unread(house.owner, house)).toEqual(['request_new']);
    });

    it('is a report that somebody takes on', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      await queryAs(database(), house.staff, `select public.set_incident_status($1, 'in_progress')`, [id]);
      expect(await unread(house.manager, house)).toEqual([]);
      await undoLast(house.staff, id);
      expect(await unread(house.manager, house)).toEqual(['report_new']);
    });
  });

  describe('a report', () => {
    const reply = async (house: House, id: string) => {
      const outcome = await replyToIncident(database(), house.guest, {
        incident_id: id,
        message: 'Still cold',
        idempotency_key: crypto.randomUUID(),
      });
      expect(outcome).toMatchObject({ ok: true });
    };
    const say = (person: Person, id: string, message: string) =>
      queryAs(database(), person, 'select public.set_incident_status($1, null, $2)', [id, message]);

    it('tells of each reply of its guest until the desk replies', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      await markRead(database(), house.staff, house.property);
      await reply(house, id);
      expect(await unread(house.staff, house)).toEqual(['report_reply']);
      await markRead(database(), house.staff, house.property);
      await reply(house, id);
      expect(await unread(house.staff, house)).toEqual(['report_reply']);
      await say(house.manager, id, 'A plumber is on the way');
      expect(await unread(house.staff, house)).toEqual([]);
    });

    it('tells whom it is assigned to, not who did so, and gives way to the next one', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      for (const person of [house.staff, house.manager, house.owner])
        await markRead(database(), person, house.property);
      const assign = (accountId: string) =>
        queryAs(database(), house.manager, 'update public.incidents set assignee_id = $2 where id = $1', [
          id,
          accountId,
        ]);
      await assign(house.staff.accountId);
      expect(await unread(house.staff, house)).toEqual(['report_assigned']);
      await assign(house.manager.accountId);
      expect(await unread(house.staff, house)).toEqual([]);
      expect(await unread(house.manager, house)).toEqual([]);
      await undoLast(house.manager, id);
      expect(await unread(house.staff, house)).toEqual(['report_assigned']);
    });

    it('is told once when it is overdue, and again only after it was put off', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      await markRead(database(), house.staff, house.property);
      expect(await checkWhatIsLate()).toBe(0);
      const makeDue = async () => {
        await database().sql(
          `update public.incidents set due_at = now() - interval '1 minute' where id = $1`,
          [id],
        );
        await makeJobsDue(database(), 'notification_late');
      };
      await makeDue();
      expect(await checkWhatIsLate()).toBe(1);
      expect(await unread(house.staff, house)).toEqual(['report_overdue']);
      await queryAs(database(), house.manager, `update public.incidents set priority = 'low' where id = $1`, [
        id,
      ]);
      expect(await unread(house.staff, house)).toEqual([]);
      await makeDue();
      expect(await checkWhatIsLate()).toBe(1);
      expect(await unread(house.staff, house)).toEqual(['report_overdue']);
    });

    /** As if the last quarter of the time of a report had begun. */
    const bringNear = async (id: string) => {
      await database().sql(
        `update public.incidents set escalates_at = now() - interval '1 minute', due_at = now() + interval '9 minutes'
         where id = $1`,
        [id],
      );
      await makeJobsDue(database(), 'notification_late');
    };

    it('is told once when it is due soon, to all who are told that it is overdue, and again only after it was put off', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      for (const person of [house.staff, house.manager, house.owner])
        await markRead(database(), person, house.property);
      expect(await checkWhatIsLate()).toBe(0);
      await bringNear(id);
      expect(await checkWhatIsLate()).toBe(1);
      for (const person of [house.staff, house.manager, house.owner])
        expect(await unread(person, house)).toEqual(['report_due_soon']);
      // Its time is over: that news takes the place of this one.
      await database().sql(`update public.incidents set due_at = now() where id = $1`, [id]);
      await makeJobsDue(database(), 'notification_late');
      expect(await checkWhatIsLate()).toBe(1);
      expect(await unread(house.staff, house)).toEqual(['report_overdue']);
      await queryAs(database(), house.manager, `update public.incidents set priority = 'low' where id = $1`, [
        id,
      ]);
      expect(await unread(house.staff, house)).toEqual([]);
      await bringNear(id);
      expect(await checkWhatIsLate()).toBe(1);
      expect(await unread(house.staff, house)).toEqual(['report_due_soon']);
    });

    it('is told of as due soon once, also where the job runs twice', async () => {
      const house = await openHouse(database());
      await bringNear(await report(house));
      const jobs = await claimJobs(database(), 'notification_late');
      const tell = async () => {
        for (const job of jobs) await callForJob(database(), 'tell_if_late', job);
      };
      await tell();
      expect(await unread(house.staff, house)).toEqual(['report_due_soon', 'report_new']);
      await markRead(database(), house.staff, house.property);
      await tell();
      expect(await unread(house.staff, house)).toEqual([]);
      for (const job of jobs) await finishJob(database(), job, 'told');
    });

    it('is not told of as due soon where it is resolved, or overdue already', async () => {
      const house = await openHouse(database());
      const [resolved, overdue] = [await report(house), await report(house)];
      for (const step of ['in_progress', 'resolved'])
        await queryAs(
          database(),
          house.staff,
          'select public.set_incident_status($1, $2::public.incident_status)',
          [resolved, step],
        );
      await bringNear(resolved);
      await bringNear(overdue);
      await database().sql(`update public.incidents set due_at = now() where id = $1`, [overdue]);
      expect(await checkWhatIsLate()).toBe(1);
      const told = await database().sql(
        `select distinct kind, thing_id from public.notifications where property_id = $1 and kind in ('report_due_soon', 'report_overdue')`,
        [house.property.id],
      );
      expect(told).toEqual([{ kind: 'report_overdue', thing_id: overdue }]);
    });

    it('that is resolved is due soon no more, and is again when that is undone in time', async () => {
      const house = await openHouse(database());
      const id = await report(house);
      const step = (status: string) =>
        queryAs(
          database(),
          house.staff,
          'select public.set_incident_status($1, $2::public.incident_status)',
          [id, status],
        );
      await step('in_progress');
      await bringNear(id);
      expect(await checkWhatIsLate()).toBe(1);
      await step('resolved');
      expect(await unread(house.manager, house)).toEqual([]);
      await undoLast(house.staff, id);
      expect(await unread(house.manager, house)).toEqual(['report_due_soon']);
    });
  });

  it('tells managers and owners of a job of the place that was given up, until it is tried again', async () => {
    const house = await openHouse(database());
    const bury = async (kind: string) => {
      const [job] = await database().sql<{ id: string }>(
        `select private.enqueue_job($1, gen_random_uuid()::text, $2) as id`,
        [kind, house.property.id],
      );
      await database().sql(`update public.jobs set dead_at = now() where id = $1`, [job?.id]);
      return job?.id;
    };
    const id = await bury('request_answer_mail');
    // News of a mail that nobody could be sent would fail as well.
    await bury('notification_mail');
    expect(await unread(house.staff, house)).toEqual([]);
    for (const person of [house.manager, house.owner]) {
      expect(await unread(person, house)).toEqual(['job_failed']);
    }
    await queryAs(database(), house.manager, 'select public.retry_failed_job($1)', [id]);
    expect(await unread(house.owner, house)).toEqual([]);
    const dropped = await bury('booking_code_mail');
    expect(await unread(house.owner, house)).toEqual(['job_failed']);
    await queryAs(database(), house.manager, 'select public.drop_failed_job($1)', [dropped]);
    expect(await unread(house.owner, house)).toEqual([]);
  });

  it('is deleted after 30 days', async () => {
    const house = await openHouse(database());
    await order(house);
    await report(house);
    await database().sql(
      `update public.notifications set happened_at = now() - interval '30 days' where kind = 'order_new'`,
    );
    await database().sql('select public.sweep()');
    const kinds = await database().sql<{ kind: string }>(
      'select distinct kind from public.notifications where property_id = $1',
      [house.property.id],
    );
    expect(kinds).toEqual([{ kind: 'report_new' }]);
  });

  describe('a member of two places', () => {
    let here: House;
    let there: House;
    beforeAll(async () => {
      [here, there] = [await openHouse(database()), await openHouse(database())];
      await database().sql(
        `insert into public.property_members (property_id, account_id, role) values ($1, $2, 'staff')`,
        [there.property.id, here.staff.accountId],
      );
    });

    it('reads and marks those of each place apart', async () => {
      await order(here);
      await order(there);
      await markRead(database(), here.staff, there.property);
      expect(await unread(here.staff, here)).toEqual(['order_new']);
      expect(await unread(here.staff, there)).toEqual([]);
    });
  });

  it('tells nobody whose own step it was', async () => {
    const house = await openHouse(database());
    const colleague = await signUpMember(database(), house.property.id, 'staff');
    const id = await report(house);
    await markRead(database(), house.staff, house.property);
    await markRead(database(), colleague, house.property);
    await queryAs(database(), house.staff, 'update public.incidents set assignee_id = $2 where id = $1', [
      id,
      house.staff.accountId,
    ]);
    expect(await unread(house.staff, house)).toEqual([]);
    expect(await unread(colleague, house)).toEqual([]);
  });
});
