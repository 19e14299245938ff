import { randomUUID } from 'node:crypto';
import type { Told } from './ledger.ts';
import type { SeededStay } from './seed-stays.ts';
import { type Outcome, type ServerResponse, sendRequest } from './send-request.ts';
import type { Watch } from './watch.ts';

type GuestOptions = {
  stay: SeededStay;
  itemIds: readonly string[];
  /** Where the guest app is reached. */
  url: string;
  watch: Watch;
};

/** A guest with a phone: knows what was sent under which key and what came back, and sends again what got no response. */
export type Guest = {
  stay: SeededStay;
  told: readonly Told[];
  /** Scans the code in the room, and reads what is shown. */
  scan: () => Promise<Outcome>;
  openPage: () => Promise<Outcome>;
  /** Proves the stay by its last name. After too many tries whose responses were lost, only when it may again. */
  verify: () => Promise<void>;
  hasSession: () => boolean;
  /** Until the next try to prove the stay. 0: now. */
  waitMs: () => number;
  /** The stay is over, and the server said so. */
  isGone: () => boolean;
  write: (what: Told['what']) => Promise<void>;
  /** Cancels the newest order that was acknowledged. */
  cancel: () => Promise<void>;
  /** Reads the own orders; each that was acknowledged must be among them. */
  readOrders: () => Promise<void>;
  /** Sends everything without a response once more, under its own key. Returns how many still have none. */
  retry: () => Promise<number>;
};

/** The most orders that the list of a guest's own orders has. */
const listLength = 100;

export function createGuest({ stay, itemIds, url, watch }: GuestOptions): Guest {
  const told: Told[] = [];
  let token: string | null = null;
  let isGone = false;
  let mayProveAt = 0;
  const address = { 'x-forwarded-for': stay.address, 'accept-language': 'en' };

  async function send(method: string, path: string, more: Record<string, string> = {}, content?: unknown) {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const outcome = await sendRequest({
      method,
      url: `${url}${path}`,
      headers: {
        ...address,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : describeBody(body)),
        ...more,
      },
      ...(body === undefined ? {} : { body }),
    });
    watch.inspect(outcome, { request: `${method} ${path} of ${stay.canary}`, stay });
    if (outcome.kind === 'response' && outcome.status === 401) {
      token = null;
    }
    return outcome;
  }

  const waitMs = () => Math.max(mayProveAt - performance.now(), 0);

  async function verify() {
    if (waitMs() > 0) {
      return;
    }
    const isByRoom = told.length % 2 === 0;
    const outcome = isByRoom
      ? await send('POST', `/api/stay/room/${stay.roomCode}/verify`, {}, { lastName: stay.lastName })
      : await send(
          'POST',
          '/api/stay/verify',
          {},
          { bookingCode: stay.bookingCode, lastName: stay.lastName },
        );
    if (outcome.kind !== 'response') {
      return;
    }
    if (outcome.status === 200) {
      token = readField(outcome, 'token');
      watch.count('verified');
    } else if (outcome.status === 401 && stay.leavesToday) {
      isGone = true;
      giveUpPending(told);
    } else if (outcome.status === 429) {
      watch.count('waits for the limit of tries');
      mayProveAt = performance.now() + Number(outcome.headers['retry-after']) * 1000;
    } else if (outcome.status !== 503) {
      watch.violate(`${stay.canary} could not prove the stay: ${outcome.status} ${outcome.text}`);
    }
  }

  async function sendWrite(each: Told) {
    const [path, content] =
      each.what === 'order'
        ? ['orders', { items: listItems(each, itemIds), notes: `${each.canary} ${each.key}` }]
        : ['incidents', { title: `${each.canary} ${each.key}`, priority: 'medium' }];
    const outcome = await send(
      'POST',
      `/api/stay/${stay.roomCode}/${path}`,
      { 'idempotency-key': each.key },
      content,
    );
    const problem = recordWrite(each, outcome);
    if (problem !== null) {
      watch.violate(`${each.what} of ${stay.canary}: ${problem}`);
    }
  }

  return {
    stay,
    told,
    scan: () => send('GET', `/api/stay/room/${stay.roomCode}`),
    openPage: () => send('GET', `/stay/room/${stay.roomCode}`, { accept: 'text/html' }),
    verify,
    hasSession: () => token !== null,
    waitMs,
    isGone: () => isGone,
    write: async (what) => {
      const each = { ...newWrite, what, key: randomUUID(), canary: stay.canary };
      told.push(each);
      await sendWrite(each);
    },
    cancel: async () => {
      const order = told.findLast(
        ({ what, id, isCancelled }) => what === 'order' && id !== null && !isCancelled,
      );
      if (order !== undefined) {
        const outcome = await send('DELETE', `/api/stay/${stay.roomCode}/orders/${order.id}`);
        order.isCancelled = outcome.kind === 'response' && outcome.status === 200;
      }
    },
    readOrders: async () => {
      const acknowledged = told
        .filter(({ what, id }) => what === 'order' && id !== null)
        .slice(-listLength / 2);
      const outcome = await send('GET', `/api/stay/${stay.roomCode}/orders`);
      if (outcome.kind === 'response' && outcome.status === 200) {
        for (const { id } of acknowledged.filter(({ id }) => id !== null && !outcome.text.includes(id))) {
          watch.violate(`${stay.canary} does not find the acknowledged order ${id} among the own ones`);
        }
      }
    },
    retry: async () => {
      if (token === null && !isGone) {
        await verify();
      }
      for (const each of token === null ? [] : told.filter(isPending)) {
        watch.count('retries');
        await sendWrite(each);
      }
      return told.filter(isPending).length;
    },
  };
}

const newWrite = { id: null, isRefused: false, isUncertain: false, isCancelled: false } as const;

function isPending({ id, isRefused }: Told): boolean {
  return id === null && !isRefused;
}

function giveUpPending(told: readonly Told[]): void {
  for (const each of told.filter(isPending)) {
    each.isRefused = true;
  }
}

/** The same lines each time, since a retry must be the same request. */
function listItems({ key }: Told, itemIds: readonly string[]) {
  return itemIds.map((itemId, index) => ({ itemId, quantity: 1 + (key.charCodeAt(index) % 3) }));
}

/** Records what a response says about a write. Returns what is wrong with it, or null. */
export function recordWrite(each: Told, outcome: Outcome): string | null {
  if (outcome.kind !== 'response' || outcome.status >= 500) {
    each.isUncertain = true;
    return null;
  }
  const { status } = outcome;
  if (status === 200 || status === 201) {
    each.id = readField(outcome, each.what === 'order' ? 'order' : 'incident', 'id');
    return each.id === null ? `status ${status} without an id` : null;
  }
  if (status === 403) {
    each.isRefused = true;
    return null;
  }
  // Without a session the guest proves the stay again, and after too many tries waits.
  return status === 401 || status === 429 ? null : `refused with ${status} ${outcome.text}`;
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
