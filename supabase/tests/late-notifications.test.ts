import { expect, it } from 'vitest';
import { finishJob } from './support/claim-job.ts';
import { callForJob, claimJobs, makeJobsDue } from './support/job-calls.ts';
import { type House, listUnread, openHouse } from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { makeItem, placeOrder } from './support/order-calls.ts';
import { type Person, queryAs } from './support/people.ts';

onNativePostgres('notifications of late orders', {}, (database) => {
  const order = async ({ property, guest }: House): Promise<string> => {
    const item = await makeItem(database(), property);
    const { order: placed } = await placeOrder(database(), guest, {
      items: [{ itemId: item.id, quantity: 1 }],
    });
    return placed?.id ?? '';
  };
  const setStatus = (person: Person, id: string, status: string) =>
    queryAs(database(), person, 'select public.set_order_status($1, $2::public.order_status)', [id, status]);
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

  it('tells of an order that nobody answered in the minutes of the place, at that minute', async () => {
    const house = await openHouse(database(), { orders_slow_minutes: 5, orders_late_minutes: 10 });
    const [late, answered] = [await order(house), await order(house)];
    const waits = await database().sql<{ minutes: number }>(
      `select extract(epoch from run_at - created_at)::float / 60 as minutes from public.jobs
       where kind = 'notification_late' and about_id = any ($1::uuid[])`,
      [[late, answered]],
    );
    expect(waits).toEqual([{ minutes: 10 }, { minutes: 10 }]);
    await setStatus(house.staff, answered, 'confirmed');
    expect(await checkWhatIsLate()).toBe(0);
    await database().sql(
      `update public.accom_service_orders set created_at = now() - interval '10 minutes' where property_id = $1`,
      [house.property.id],
    );
    await makeJobsDue(database(), 'notification_late');
    expect(await checkWhatIsLate()).toBe(1);
    expect(await unread(house.manager, house)).toEqual(['order_late', 'order_new']);
    await setStatus(house.staff, late, 'confirmed');
    expect(await unread(house.manager, house)).toEqual([]);
  });

  it('looks again at an order whose place gives it more minutes meanwhile', async () => {
    const house = await openHouse(database(), { orders_slow_minutes: 5, orders_late_minutes: 10 });
    const id = await order(house);
    await database().sql('update public.accom_properties set orders_late_minutes = 30 where id = $1', [
      house.property.id,
    ]);
    await makeJobsDue(database(), 'notification_late');
    expect(await checkWhatIsLate()).toBe(0);
    const [next] = await database().sql(
      `select extract(epoch from j.run_at - o.created_at)::float / 60 as minutes
       from public.jobs j join public.accom_service_orders o on o.id = j.about_id
       where o.id = $1 and j.done_at is null`,
      [id],
    );
    expect(next).toEqual({ minutes: 30 });
  });
});
