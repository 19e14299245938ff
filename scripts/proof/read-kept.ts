import type { Kept } from './ledger.ts';
import type { BuiltProduct } from './start-built-product.ts';

const orders = `
  select o.id::text as id, split_part(o.notes, ' ', 2) as key, split_part(b.guest_name, ' ', 1) as canary,
    o.status = 'cancelled' as "isCancelled",
    (select count(*) = 2 and sum(l.total) = o.total from public.accom_service_order_items l where l.order_id = o.id) as "isWhole"
  from public.accom_service_orders o join public.accom_bookings b on b.id = o.booking_id
  where b.guest_name like 'Canary%'`;

const reports = `
  select i.id::text as id, split_part(i.title, ' ', 2) as key, split_part(b.guest_name, ' ', 1) as canary,
    false as "isCancelled", true as "isWhole"
  from public.incidents i join public.accom_bookings b on b.id = i.booking_id
  where b.guest_name like 'Canary%'`;

/** What the database itself has of the orders and reports of seeded guests. */
export async function readKept({ sql }: BuiltProduct): Promise<Kept[]> {
  const read = async (what: Kept['what'], query: string) =>
    (await sql.unsafe<Omit<Kept, 'what'>[]>(query)).map((row) => ({ ...row, what }));
  return [...(await read('order', orders)), ...(await read('report', reports))];
}
