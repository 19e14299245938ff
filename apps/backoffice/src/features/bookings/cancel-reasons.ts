/** Why a stay does not take place: what the desk chooses from. */
export const cancelReasons = [
  'guest_asked',
  'no_answer',
  'not_paid',
  'booked_twice',
  'no_room',
  'not_wanted',
  'other',
] as const;

export type CancelReason = (typeof cancelReasons)[number];
