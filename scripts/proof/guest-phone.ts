import type { SeededStay } from './seed-stays.ts';
import { type Outcome, type ServerResponse, sendRequest } from './send-request.ts';
import type { Watch } from './watch.ts';

/** What a guest's phone does for every request: sends the session that it has, and forgets one that was refused. */
export type GuestPhone = {
  send: Send;
  /** Proves the stay by its last name. After too many tries whose responses were lost, only when it may again. */
  verify: (how: 'by room' | 'by booking') => Promise<void>;
  hasSession: () => boolean;
  /** Until the next try to prove the stay. 0: now. */
  waitMs: () => number;
  /** The stay is over, and the server said so. */
  isGone: () => boolean;
};

type Send = (
  method: string,
  path: string,
  more?: Record<string, string>,
  content?: unknown,
) => Promise<Outcome>;

type State = { token: string | null; isGone: boolean; mayProveAt: number };

type GuestPhoneOptions = {
  stay: SeededStay;
  /** Where the guest app is reached. */
  url: string;
  watch: Watch;
};

export function createGuestPhone({ stay, url, watch }: GuestPhoneOptions): GuestPhone {
  const state: State = { token: null, isGone: false, mayProveAt: 0 };
  const send: Send = async (method, path, more = {}, content) => {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const outcome = await sendRequest({
      method,
      url: `${url}${path}`,
      headers: {
        'x-forwarded-for': stay.address,
        'accept-language': 'en',
        ...(state.token === null ? {} : { authorization: `Bearer ${state.token}` }),
        ...(body === undefined ? {} : describeBody(body)),
        ...more,
      },
      ...(body === undefined ? {} : { body }),
    });
    watch.inspect(outcome, { request: `${method} ${path} of ${stay.canary}`, stay });
    if (outcome.kind === 'response' && outcome.status === 401) {
      state.token = null;
    }
    return outcome;
  };
  const waitMs = () => Math.max(state.mayProveAt - performance.now(), 0);
  return {
    send,
    verify: async (how) => {
      if (waitMs() > 0) {
        return;
      }
      const { bookingCode, lastName, roomCode } = stay;
      const outcome = await (how === 'by room'
        ? send('POST', `/api/stay/room/${roomCode}/verify`, {}, { lastName })
        : send('POST', '/api/stay/verify', {}, { bookingCode, lastName }));
      if (outcome.kind === 'response') {
        takeVerification(outcome, state, stay, watch);
      }
    },
    hasSession: () => state.token !== null,
    waitMs,
    isGone: () => state.isGone,
  };
}

function takeVerification(response: ServerResponse, state: State, stay: SeededStay, watch: Watch): void {
  const { status, headers, text } = response;
  if (status === 200) {
    state.token = readField(response, 'token');
    watch.count('verified');
  } else if (status === 401 && stay.leavesToday) {
    state.isGone = true;
  } else if (status === 429) {
    watch.count('waits for the limit of tries');
    state.mayProveAt = performance.now() + Number(headers['retry-after']) * 1000;
  } else if (status !== 503) {
    watch.violate(`${stay.canary} could not prove the stay: ${status} ${text}`);
  }
}

/** A text in the response's JSON, or null. */
export function readField({ text }: ServerResponse, ...path: string[]): string | null {
  let value: unknown = JSON.parse(text);
  for (const name of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  return typeof value === 'string' ? value : null;
}

function describeBody(body: string): Record<string, string> {
  return { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
}
