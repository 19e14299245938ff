import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinRelay, type Listener } from './place-relay.ts';

vi.mock('server-only', () => ({}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A screen whose person reads what `pulse` holds. */
function openScreen(pulse: { now: string | Error }, seesCounts = true) {
  const heard: (string | null)[] = [];
  let asked = 0;
  let hasEnded = false;
  const listener: Listener = {
    seesCounts,
    read: async () => {
      asked += 1;
      if (pulse.now instanceof Error) {
        throw pulse.now;
      }
      return pulse.now;
    },
    tell: (news) => heard.push(news),
    end: () => {
      hasEnded = true;
    },
  };
  return { listener, heard, asked: () => asked, hasEnded: () => hasEnded };
}

const placeId = () => crypto.randomUUID();
const nextTurn = () => vi.advanceTimersByTimeAsync(3_000);

test('of ten screens of a place one asks while nothing happens, and all read their own once it moves', async () => {
  const [place, pulse] = [placeId(), { now: 'quiet' }];
  const screens = Array.from({ length: 10 }, () => openScreen(pulse));
  const leave = await Promise.all(screens.map(({ listener }) => joinRelay(place, listener)));
  await nextTurn();
  await nextTurn();
  expect(screens.map(({ asked }) => asked())).toEqual([3, ...Array(9).fill(1)]);
  pulse.now = 'an order';
  await nextTurn();
  expect(screens.map(({ heard }) => heard)).toEqual(Array(10).fill(['quiet', null, null, 'an order']));
  for (const one of leave) {
    one();
  }
  await nextTurn();
  expect(screens.map(({ asked }) => asked())).toEqual([4, ...Array(9).fill(2)]);
});

test('somebody who sees the counts asks for a housekeeper, and not the other way round', async () => {
  const place = placeId();
  const housekeeper = openScreen({ now: 'version 1' }, false);
  const desk = openScreen({ now: 'version 1, one order' });
  const leave = [await joinRelay(place, housekeeper.listener), await joinRelay(place, desk.listener)];
  await nextTurn();
  expect([housekeeper.asked(), desk.asked()]).toEqual([1, 2]);
  expect(housekeeper.heard).toEqual(['version 1', null]);
  for (const one of leave) {
    one();
  }
});

test('a screen whose person is refused ends, and the others go on', async () => {
  const place = placeId();
  const removed: { now: string | Error } = { now: 'quiet' };
  const screens = [openScreen(removed), openScreen({ now: 'quiet' })] as const;
  const leave = await Promise.all(screens.map(({ listener }) => joinRelay(place, listener)));
  removed.now = new Error('forbidden');
  await nextTurn();
  expect([screens[0].hasEnded(), screens[1].hasEnded()]).toEqual([true, false]);
  await nextTurn();
  expect(screens[0].asked()).toBe(2);
  expect(screens[1].heard.at(-1)).toBe(null);
  leave[1]?.();
});

test('places do not hear of each other', async () => {
  const [here, there] = [{ now: 'quiet' }, { now: 'quiet' }];
  const [own, other] = [openScreen(here), openScreen(there)];
  const leave = [await joinRelay(placeId(), own.listener), await joinRelay(placeId(), other.listener)];
  here.now = 'an order';
  await nextTurn();
  expect([own.heard.at(-1), other.heard.at(-1)]).toEqual(['an order', null]);
  for (const one of leave) {
    one();
  }
});
