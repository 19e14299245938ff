/** The codes of `error-table.ts`, by themselves: a browser needs no status and no message for developers. */
const errorCodes = [
  'invalid_request',
  'invalid_room_code',
  'invalid_code',
  'session_expired',
  'verification_failed',
  'wrong_password',
  'email_not_confirmed',
  'verification_required',
  'wrong_stay',
  'stay_not_begun',
  'stay_ended',
  'forbidden',
  'room_not_found',
  'not_found',
  'item_unavailable',
  'conflict',
  'illegal_step',
  'room_code_replaced',
  'too_large',
  'unsupported_file',
  'rate_limited',
  'internal',
  'unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Whether a text is the code of an error. */
export function isErrorCode(text: string): text is ErrorCode {
  const known: readonly string[] = errorCodes;
  return known.includes(text);
}
