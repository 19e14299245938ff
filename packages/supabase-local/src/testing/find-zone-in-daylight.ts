/**
 * A time zone where it is between six in the morning and six in the evening now. A test that needs hours of today
 * before and after now, or that today does not end under it, passes there at any hour.
 */
export function findZoneInDaylight(now = new Date()): string {
  // Twelve hours lie between the two. In these names the sign is turned: the first is six hours ahead of UTC.
  return now.getUTCHours() < 12 ? 'Etc/GMT-6' : 'Etc/GMT+6';
}
