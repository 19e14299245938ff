import 'server-only';
import { shareInProcess } from '@gudbro/api-kit';

/** An open screen of a place. */
export type Listener = {
  /** Whether its person is told how much waits, and not only that something changed. */
  seesCounts: boolean;
  /** Reads the pulse as the person of this screen, with their rights. */
  read: () => Promise<string>;
  /** Tells the screen its pulse. Null: it is still the one that it was told last. */
  tell: (pulse: string | null) => void;
  /** Its person may not read the pulse any more, or the database is away: the screen asks by itself again. */
  end: () => void;
};

type Relay = { listeners: Map<Listener, string | null>; timer: NodeJS.Timeout | null };

const everyMs = 3_000;

/** The relays of this process, by the id of the place. */
const relays = shareInProcess('place-relays', () => new Map<string, Relay>());

/** Adds a screen to those of its place, of which one asks for all. Returns what takes it out again. */
export async function joinRelay(placeId: string, listener: Listener): Promise<() => void> {
  const relay = relays.get(placeId) ?? { listeners: new Map<Listener, string | null>(), timer: null };
  relays.set(placeId, relay);
  relay.listeners.set(listener, null);
  await readAndTell(relay, listener);
  relay.timer ??= setTimeout(() => void askForAll(placeId, relay), everyMs);
  return () => leave(placeId, relay, listener);
}

function leave(placeId: string, relay: Relay, listener: Listener): void {
  relay.listeners.delete(listener);
  if (relay.listeners.size === 0) {
    clearTimeout(relay.timer ?? undefined);
    forget(placeId, relay);
  }
}

/** Another relay of the place may have begun while this one waited for its last answer. */
function forget(placeId: string, relay: Relay): void {
  if (relays.get(placeId) === relay) {
    relays.delete(placeId);
  }
}

/** One screen asks. Where its pulse has moved, each other one reads its own: rights and unread notifications differ by person. */
async function askForAll(placeId: string, relay: Relay): Promise<void> {
  const all = [...relay.listeners.keys()];
  const asking = all.find(({ seesCounts }) => seesCounts) ?? all[0];
  if (asking !== undefined) {
    const hasMoved = await readAndTell(relay, asking);
    const others = [...relay.listeners.keys()].filter((listener) => listener !== asking);
    if (hasMoved) {
      await Promise.all(others.map((listener) => readAndTell(relay, listener)));
    } else {
      for (const listener of others) {
        listener.tell(null);
      }
    }
  }
  if (relay.listeners.size > 0) {
    relay.timer = setTimeout(() => void askForAll(placeId, relay), everyMs);
  } else {
    forget(placeId, relay);
  }
}

/** Returns whether it is another one than the screen was told last. A screen that cannot read it is ended. */
async function readAndTell(relay: Relay, listener: Listener): Promise<boolean> {
  let pulse: string;
  try {
    pulse = await listener.read();
  } catch {
    // The screen asks by itself now, and is told there why it is refused.
    relay.listeners.delete(listener);
    listener.end();
    return true;
  }
  if (!relay.listeners.has(listener)) {
    return false;
  }
  const hasMoved = relay.listeners.get(listener) !== pulse;
  relay.listeners.set(listener, pulse);
  listener.tell(hasMoved ? pulse : null);
  return hasMoved;
}
