import { randomUUID } from 'node:crypto';
import { createGuestPhone, type GuestPhone, readField } from './guest-phone.ts';
import type { Told } from './ledger.ts';
import type { SeededStay } from './seed-stays.ts';
import type { Outcome } from './send-request.ts';
import type { Watch } from './watch.ts';

type GuestOptions = {
  stay: SeededStay;
  itemIds: readonly string[];
  /** Where the guest app is reached. */
  url: string;
  watch: Watch;
};

/** A guest with a phone: knows what was sent under which key and what came back, and sends again what got no response. */
export type Guest = Pick<GuestPhone, 'hasSession' | 'waitMs' | 'isGone'> & {
  stay: SeededStay;
  told: readonly Told[];
  /** Scans the code in the room, and reads what is shown. */
  scan: () => Promise<Outcome>;
  openPage: () => Promise<Outcome>;
  /** Proves the stay by its last name. After too many tries whose responses were lost, only when it may again. */
  verify: () => Promise<void>;
  write: (what: Told['what']) => Promise<void>;
  /** Cancels the newest order that was acknowledged. */
  cancel: () => Promise<void>;
  /** Reads the own orders; each that was acknowledged must be among them. */
  readOrders: () => Promise<void>;
  /** Sends everything without a response once more, under its own key. Returns how many still have none. */
  retry: () => Promise<number>;
};

type Parts = { stay: SeededStay; itemIds: readonly string[]; watch: Watch; phone: GuestPhone; told: Told[] };

/** The most orders that the list of a guest's own orders has. */
const listLength = 100;

export function createGuest({ stay, itemIds, url, watch }: GuestOptions): Guest {
  const phone = createGuestPhone({ stay, url, watch });
  const parts: Parts = { stay, itemIds, watch, phone, told: [] };
  return {
    stay,
    told: parts.told,
    hasSession: phone.hasSession,
    waitMs: phone.waitMs,
    isGone: phone.isGone,
    scan: () => phone.send('GET', `/api/stay/room/${stay.roomCode}`),
    openPage: () => phone.send('GET', `/stay/room/${stay.roomCode}`, { accept: 'text/html' }),
    verify: () => verify(parts),
    write: async (what) => {
      const each = { ...newWrite, what, key: randomUUID(), canary: stay.canary };
      parts.told.push(each);
      await sendWrite(each, parts);
    },
    cancel: () => cancelNewest(parts),
    readOrders: () => readOrders(parts),
    retry: () => retry(parts),
  };
}

const newWrite = { id: null, isRefused: false, isUncertain: false, isCancelled: false } as const;

/** Both ways to prove a stay are used, each about as often. */
async function verify({ phone, told }: Parts): Promise<void> {
  await phone.verify(told.length % 2 === 0 ? 'by room' : 'by booking');
  if (phone.isGone()) {
    for (const each of told.filter(isPending)) {
      each.isRefused = true;
    }
  }
}

async function sendWrite(each: Told, { stay, itemIds, watch, phone }: Parts): Promise<void> {
  const [path, content] =
    each.what === 'order'
      ? ['orders', { items: listItems(each, itemIds), notes: `${each.canary} ${each.key}` }]
      : ['incidents', { title: `${each.canary} ${each.key}`, priority: 'medium' }];
  const key = { 'idempotency-key': each.key };
  const outcome = await phone.send('POST', `/api/stay/${stay.roomCode}/${path}`, key, content);
  const problem = recordWrite(each, outcome);
  if (problem !== null) {
    watch.violate(`${each.what} of ${stay.canary}: ${problem}`);
  }
}

async function cancelNewest({ stay, phone, told }: Parts): Promise<void> {
  const order = told.findLast(({ what, id, isCancelled }) => what === 'order' && id !== null && !isCancelled);
  if (order !== undefined) {
    const outcome = await phone.send('DELETE', `/api/stay/${stay.roomCode}/orders/${order.id}`);
    order.isCancelled = outcome.kind === 'response' && outcome.status === 200;
  }
}

async function readOrders({ stay, watch, phone, told }: Parts): Promise<void> {
  const acknowledged = told.filter(({ what, id }) => what === 'order' && id !== null).slice(-listLength / 2);
  const outcome = await phone.send('GET', `/api/stay/${stay.roomCode}/orders`);
  if (outcome.kind === 'response' && outcome.status === 200) {
    for (const { id } of acknowledged.filter(({ id }) => id !== null && !outcome.text.includes(id))) {
      watch.violate(`${stay.canary} does not find the acknowledged order ${id} among the own ones`);
    }
  }
}

async function retry(parts: Parts): Promise<number> {
  const { watch, phone, told } = parts;
  if (!phone.hasSession() && !phone.isGone()) {
    await verify(parts);
  }
  for (const each of phone.hasSession() ? told.filter(isPending) : []) {
    watch.count('retries');
    await sendWrite(each, parts);
  }
  return told.filter(isPending).length;
}

function isPending({ id, isRefused }: Told): boolean {
  return id === null && !isRefused;
}

/** The same lines each time, since a retry must be the same request. */
function listItems({ key }: Told, itemIds: readonly string[]) {
  return itemIds.map((itemId, index) => ({ itemId, quantity: 1 + (key.charCodeAt(index) % 3) }));
}

/** Records what a response says about a write. Returns what is wrong with it, or null. */
function recordWrite(each: Told, outcome: Outcome): string | null {
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
