import type { ErrorCode } from './error-codes.ts';

/** Every error of the API, with its status and a message for developers. The screens have texts of their own. */
export const errorTable = {
  invalid_request: { status: 400, message: 'The request is not of the form this route takes.' },
  invalid_room_code: { status: 400, message: 'This is not a room code.' },
  invalid_code: { status: 400, message: 'This is not a code of ours.' },
  session_expired: { status: 401, message: 'There is no session, or it has ended.' },
  verification_failed: { status: 401, message: 'This does not prove a stay.' },
  wrong_password: { status: 401, message: 'This email address and password do not belong together.' },
  email_not_confirmed: { status: 403, message: 'The email address has to be confirmed first.' },
  verification_required: { status: 403, message: 'This needs proof of a stay.' },
  wrong_stay: { status: 403, message: 'The session belongs to another stay.' },
  stay_not_begun: { status: 403, message: 'The stay has not begun: it can be read, not changed.' },
  stay_ended: { status: 403, message: 'The stay is over: it can be read, not changed.' },
  forbidden: { status: 403, message: 'Your role does not allow this.' },
  room_not_found: { status: 404, message: 'There is no room with this code.' },
  not_found: { status: 404, message: 'There is no such thing.' },
  item_unavailable: { status: 409, message: 'An item cannot be had now.' },
  conflict: { status: 409, message: 'This contradicts what is there now.' },
  illegal_step: { status: 409, message: 'This step is not possible from here.' },
  room_code_replaced: { status: 410, message: 'This code was replaced: the room has another one now.' },
  too_large: { status: 413, message: 'The body is too large.' },
  unsupported_file: { status: 415, message: 'This content type is not accepted.' },
  rate_limited: { status: 429, message: 'Too many tries. Wait before the next one.' },
  internal: { status: 500, message: 'Something went wrong on our side.' },
  unavailable: { status: 503, message: 'This is not possible now. Try again later.' },
} as const satisfies Record<ErrorCode, { status: number; message: string }>;
