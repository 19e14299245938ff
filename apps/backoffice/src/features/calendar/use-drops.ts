'use client';

import { useState } from 'react';
import { fromDayNumber } from '@/shell/days/days';
import { moveStaysAction, saveBlockAction } from './actions';
import { type Draft, isChanged } from './draft';
import {
  findObstacles,
  followChanges,
  isFree,
  isMoveInHouse,
  type Move,
  makeMove,
  type Occupied,
  type Placement,
} from './moves';
import type { Block, Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';
import { type Decision, formatSentMoves } from './sent-moves';
import type { Send } from './use-acts';

/** A move that is asked about before it is done. */
export type Asked = { stay: Stay; placement: Placement };

type DropsOptions = {
  occupied: Occupied;
  beds: readonly BedRow[];
  seesMoney: boolean;
  today: string;
  send: Send;
  /** After what was asked for is on its way, or there is nothing to do. */
  onSettled: (placement: Placement) => void;
};

/**
 * What follows from a stay that is put somewhere, by the pointer, by keys or by a form alike: it is done at once, or asked about
 * where others are in the way, the price may change, or the guest is in house.
 */
export function useDrops({ occupied, beds, seesMoney, today, send, onSettled }: DropsOptions) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const byId = new Map(occupied.stays.map((stay) => [stay.id, stay]));

  const perform = (moves: readonly Move[], decisions: ReadonlyMap<string, Decision>) => {
    setAsked(null);
    send({
      action: moveStaysAction,
      values: (versionOf) => ({
        moves: JSON.stringify(
          formatSentMoves(moves, (id) => versionOf(id, byId.get(id)?.version), decisions),
        ),
        ...(moves.some(isMoveInHouse) ? { inHouse: 'on' } : {}),
      }),
      moves,
    });
    const [first] = moves;
    if (first !== undefined) {
      onSettled({ ...first, from: first.roomFrom ?? first.from });
    }
  };
  const move = (read: Stay, wanted: Placement) => {
    // Somebody else may have changed the stay while it was dragged.
    const stay = byId.get(read.id) ?? read;
    const placement = followChanges(wanted, read, stay);
    const isOtherBed = placement.roomId !== stay.roomId || placement.bed !== stay.bed;
    if (!isOtherBed && placement.from === stay.from && placement.to === stay.to) {
      onSettled(placement);
      return;
    }
    const typeOf = ({ roomId, bed }: Pick<Placement, 'roomId' | 'bed'>) =>
      beds.find((one) => one.roomId === roomId && one.bed === bed)?.typeId;
    const [typeNow, typeThen] = [typeOf(stay) ?? stay.typeId, typeOf(placement)];
    const asksPrice = seesMoney && typeThen !== undefined && typeThen !== typeNow;
    const moved = makeMove(stay, placement, today);
    const obstacles = findObstacles(occupied, moved, new Set([stay.id]));
    if (isFree(obstacles) && !asksPrice && !isMoveInHouse(moved)) {
      perform([moved], new Map());
    } else {
      setAsked({ stay, placement });
    }
  };
  const moveBlock = (block: Block, row: BedRow, from: string, to: string) => {
    const { id, version, kind, note } = block;
    // A block of a whole room stays one, and a private room has no other.
    const bed = block.bed === null || row.bed === '' ? null : row.bed;
    const moved: Block = { ...block, roomId: row.roomId, bed, from, to };
    const bedKey = formatBedKey(row.roomId, bed ?? '');
    send({
      action: saveBlockAction,
      values: (versionOf) => ({ id, version: versionOf(id, version), kind, note, bed: bedKey, from, to }),
      block: moved,
    });
    onSettled({ roomId: row.roomId, bed: row.bed, from, to });
  };
  /** Does what a draft of the grid says. Of new days nothing is done here. */
  const finish = (draft: Draft, row: BedRow) => {
    const { subject } = draft;
    const [from, to] = [fromDayNumber(draft.from), fromDayNumber(draft.to)];
    if (subject.kind === 'stay') {
      const { stay } = subject;
      const isShelved = stay.roomId === null;
      if (isShelved || isChanged(draft)) {
        const first = stay.status === 'checked_in' ? stay.from : from;
        move(stay, { roomId: row.roomId, bed: row.bed, from: first, to });
      }
    } else if (subject.kind === 'block' && isChanged(draft)) {
      moveBlock(subject.block, row, from, to);
    }
  };
  const askedNow = asked === null ? undefined : byId.get(asked.stay.id);
  return {
    /** Of the stay as it is now. */
    asked:
      asked === null || askedNow === undefined
        ? null
        : { stay: askedNow, placement: followChanges(asked.placement, asked.stay, askedNow) },
    dropAsked: () => setAsked(null),
    move,
    perform,
    finish,
  };
}
