import { describe, expect, it } from 'vitest';
import { buildChain, type Choice, findSwap } from './chain';
import {
  findDisplaced,
  findObstacles,
  followChanges,
  haveClash,
  listBedsFor,
  type Move,
  makeMove,
} from './moves';
import type { Block, Stay } from './queries';
import type { BedRow } from './rows';

const makeStay = (
  id: string,
  roomId: string | null,
  from: string,
  to: string,
  more: Partial<Stay> = {},
): Stay => ({
  id,
  name: id,
  status: 'confirmed',
  roomId,
  bed: '',
  from,
  to,
  roomFrom: from,
  typeId: null,
  earlyFrom: null,
  lateUntil: null,
  version: 'v',
  ...more,
});

const makeBed = (roomId: string): BedRow => ({
  kind: 'bed',
  key: `${roomId}/`,
  roomId,
  bed: '',
  number: roomId,
  name: roomId,
  typeId: null,
  isActive: true,
  state: 'clean',
});

const block: Block = {
  id: 'block',
  kind: 'closed',
  note: '',
  roomId: '203',
  bed: null,
  from: '2030-01-10',
  to: '2030-01-12',
  version: 'v',
};

const today = '2030-01-02';

const ids = (stays: readonly Stay[]) => stays.map(({ id }) => id);

describe('what is in the way of a stay', () => {
  const stays = [
    makeStay('before', '201', '2030-01-01', '2030-01-03'),
    makeStay('in the way', '201', '2030-01-04', '2030-01-06'),
    makeStay('over', '201', '2030-01-03', '2030-01-05', { status: 'checked_out' }),
    makeStay('elsewhere', '202', '2030-01-03', '2030-01-06'),
    makeStay('on the shelf', null, '2030-01-03', '2030-01-06'),
  ];
  const occupied = { stays, blocks: [block] };

  it('is who has one of its nights in its bed, not who leaves on its first day or comes on its last', () => {
    const placement = { roomId: '201', bed: '', from: '2030-01-03', to: '2030-01-05' };
    expect(ids(findObstacles(occupied, placement).stays)).toEqual(['in the way']);
    expect(findObstacles(occupied, { ...placement, to: '2030-01-04' }).stays).toEqual([]);
  });

  it('is a block of the whole room, for each of its beds', () => {
    const placement = { roomId: '203', bed: 'a', from: '2030-01-11', to: '2030-01-20' };
    expect(findObstacles(occupied, placement).blocks).toEqual([block]);
    expect(findObstacles(occupied, { ...placement, from: '2030-01-12' }).blocks).toEqual([]);
  });

  it('is nothing on the shelf', () => {
    const placement = { roomId: null, bed: '', from: '2030-01-03', to: '2030-01-06' };
    expect(findObstacles(occupied, placement)).toEqual({ stays: [], blocks: [] });
  });

  it('of a guest who was moved in house, is only the present room from the day of the move', () => {
    const moved = makeStay('moved', '201', '2030-01-01', '2030-01-09', { roomFrom: '2030-01-07' });
    const placement = { roomId: '201', bed: '', from: '2030-01-02', to: '2030-01-05' };
    expect(findObstacles({ stays: [moved], blocks: [] }, placement).stays).toEqual([]);
  });
});

it('a placement follows what somebody else changed of the stay, and keeps what was asked for', () => {
  const before = makeStay('a', '201', '2030-01-01', '2030-01-04');
  const longer = { ...before, to: '2030-01-06' };
  const toOther = { roomId: '202', bed: '', from: before.from, to: before.to };
  expect(followChanges(toOther, before, longer)).toEqual({ ...toOther, to: '2030-01-06' });
  const later = { roomId: '201', bed: '', from: '2030-01-02', to: before.to };
  expect(followChanges(later, before, { ...before, roomId: '203' })).toEqual({ ...later, roomId: '203' });
  expect(followChanges({ ...toOther, to: '2030-01-05' }, before, longer).to).toBe('2030-01-05');
});

describe('a chain of moves', () => {
  const stays = [
    makeStay('a', '201', '2030-01-01', '2030-01-04'),
    makeStay('b', '202', '2030-01-02', '2030-01-05'),
    makeStay('c', '203', '2030-01-04', '2030-01-06'),
  ];
  const occupied = { stays, blocks: [] };
  const toB: Move = { id: 'a', roomId: '202', bed: '', from: '2030-01-01', to: '2030-01-04' };
  const bToC: Move = { id: 'b', roomId: '203', bed: '', from: '2030-01-02', to: '2030-01-05' };

  it('displaces who is in the way and is not moved by it', () => {
    expect(ids(findDisplaced(occupied, [toB]).stays)).toEqual(['b']);
    expect(ids(findDisplaced(occupied, [toB, bToC]).stays)).toEqual(['c']);
    const shelf: Move = { id: 'c', roomId: null, bed: '', from: '2030-01-04', to: '2030-01-06' };
    expect(findDisplaced(occupied, [toB, bToC, shelf]).stays).toEqual([]);
  });

  it('swaps two stays where each fits into the bed of the other', () => {
    const displaced = stays[1];
    if (displaced === undefined) throw new Error('the list has three');
    expect(findSwap(occupied, [toB], displaced, today)).toEqual({
      id: 'b',
      roomId: '201',
      bed: '',
      from: '2030-01-02',
      to: '2030-01-05',
    });
    const next = makeStay('next', '201', '2030-01-04', '2030-01-05');
    expect(findSwap({ ...occupied, stays: [...stays, next] }, [toB], displaced, today)).toBeNull();
  });

  it('clashes where two of it want one bed in one night', () => {
    expect(haveClash([toB, bToC])).toBe(false);
    expect(haveClash([toB, { ...bToC, roomId: '202' }])).toBe(true);
    expect(haveClash([toB, { ...bToC, roomId: '202', from: '2030-01-04' }])).toBe(false);
  });

  it('offers each bed with what would be in the way there after the moves so far', () => {
    const beds = listBedsFor(occupied, ['201', '202', '203'].map(makeBed), [toB], {
      id: 'b',
      from: '2030-01-02',
      to: '2030-01-05',
    });
    expect(beds.map(({ bed, obstacles }) => [bed.roomId, ids(obstacles.stays)])).toEqual([
      ['201', []],
      ['202', ['a']],
      ['203', ['c']],
    ]);
  });

  it('follows from the first move by a choice for each stay that is displaced', () => {
    const beds = ['201', '202', '203', '204'].map(makeBed);
    const built = (choices: [string, Choice][]) => buildChain(occupied, toB, new Map(choices), beds, today);
    // Without a choice the two swap.
    expect(built([]).moves.map(({ id, roomId }) => [id, roomId])).toEqual([
      ['a', '202'],
      ['b', '201'],
    ]);
    expect(built([]).isComplete).toBe(true);
    // The third may have the bed that the first one leaves, unless somebody has it then.
    const onto203: [string, Choice] = ['b', { to: 'bed', bedKey: '203/' }];
    expect(built([onto203]).moves.map(({ id, roomId }) => [id, roomId])).toEqual([
      ['a', '202'],
      ['b', '203'],
      ['c', '201'],
    ]);
    const next = makeStay('next', '201', '2030-01-04', '2030-01-05');
    const stopped = buildChain({ stays: [...stays, next], blocks: [] }, toB, new Map([onto203]), beds, today);
    expect(stopped.displaced.map(({ stay, choice }) => [stay.id, choice?.to])).toEqual([
      ['b', 'bed'],
      ['c', undefined],
    ]);
    expect(stopped.isComplete).toBe(false);
    const whole = built([onto203, ['c', { to: 'shelf' }]]);
    expect(whole.moves.map(({ id, roomId }) => [id, roomId])).toEqual([
      ['a', '202'],
      ['b', '203'],
      ['c', null],
    ]);
    expect(whole.isComplete).toBe(true);
  });

  describe('with a guest who is in house', () => {
    const beds = ['201', '202', '203'].map(makeBed);
    const here = (stay: Stay | undefined): Stay => {
      if (stay === undefined) throw new Error('the list has it');
      return { ...stay, status: 'checked_in' };
    };
    const [a, b] = [here(stays[0]), here(stays[1])];

    it('leaves them where they are until the desk says where they go', () => {
      const chain = buildChain(
        { stays: [a, b], blocks: [] },
        makeMove(a, toB, today),
        new Map(),
        beds,
        today,
      );
      expect(chain).toMatchObject({ isComplete: false, displaced: [{ stay: { id: 'b' }, choice: null }] });
    });

    it('swaps two from today on, whatever was in their rooms before', () => {
      const before = makeStay('before', '202', '2029-12-20', '2030-01-02', { status: 'checked_in' });
      const swapped = buildChain(
        { stays: [a, { ...b, from: '2030-01-01', roomFrom: '2030-01-02' }, before], blocks: [] },
        makeMove(a, toB, today),
        new Map([['b', { to: 'swap' }]]),
        beds,
        today,
      );
      expect(swapped.isComplete).toBe(true);
      expect(swapped.moves).toEqual([
        { ...toB, roomFrom: today },
        { id: 'b', roomId: '201', bed: '', from: '2030-01-01', to: '2030-01-05', roomFrom: today },
      ]);
    });

    it('asks who arrives later to give way, by a swap where it fits', () => {
      const coming = makeStay('coming', '202', '2030-01-03', '2030-01-04');
      const chain = buildChain(
        { stays: [a, coming], blocks: [] },
        makeMove(a, toB, today),
        new Map(),
        beds,
        today,
      );
      expect(chain.moves.map(({ id, roomId }) => [id, roomId])).toEqual([
        ['a', '202'],
        ['coming', '201'],
      ]);
    });
  });

  it('stops at a block, and where two of it want one bed', () => {
    const beds = ['201', '202', '203'].map(makeBed);
    const toBlock = { ...toB, roomId: '203', from: '2030-01-10', to: '2030-01-11' };
    expect(buildChain({ ...occupied, blocks: [block] }, toBlock, new Map(), beds, today)).toMatchObject({
      isComplete: false,
      stuck: { blocks: [{ id: 'block' }] },
    });
    const back = new Map<string, Choice>([['b', { to: 'bed', bedKey: '202/' }]]);
    expect(buildChain(occupied, toB, back, beds, today)).toMatchObject({
      isComplete: false,
      stuck: { hasClash: true },
    });
  });
});
