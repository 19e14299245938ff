/** Whether guests cannot order an item at this instant. The same rule is `private.is_sold_out` in SQL. */
export function isSoldOutAt(
  { isSoldOut, soldOutUntil }: { isSoldOut: boolean; soldOutUntil: string | null },
  now: Date,
): boolean {
  return isSoldOut && (soldOutUntil === null || new Date(soldOutUntil) > now);
}
