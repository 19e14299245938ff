/**
 * A time zone where it is between six in the morning and six in the evening now. A test that needs a time of
 * the day before now and one after it passes there at any hour.
 */
export function findZoneInDaylight(now = new Date()): string {
  // Twelve hours lie between the two. (In these names the sign is the other way round: this one is ahead of UTC.)
  return now.getUTCHours() < 12 ? 'Etc/GMT-6' : 'Etc/GMT+6';
}
