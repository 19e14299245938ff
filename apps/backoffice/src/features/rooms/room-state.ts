import { z } from 'zod';

export const roomStates = ['clean', 'dirty', 'cleaning', 'inspected', 'out_of_order'] as const;

export const roomStateSchema = z.enum(roomStates);

export type RoomState = z.infer<typeof roomStateSchema>;

/** What is done next with a room in this state, the most likely first. A room that is out of order is taken back by the desk. */
export const nextStates: Record<RoomState, readonly RoomState[]> = {
  dirty: ['clean', 'cleaning'],
  cleaning: ['clean', 'dirty'],
  clean: ['inspected', 'dirty'],
  inspected: ['dirty'],
  out_of_order: [],
};

/** The state of one room as its screens read it. The id names the state and not the room, which housekeepers may not read. */
export type StateOfRoom = { stateId: string; number: string; state: RoomState; dirtyBeds: readonly string[] };
