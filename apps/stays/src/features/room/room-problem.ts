import type { CodeRefusal } from '@gudbro/access-codes/parse';
import type { RoomRefusal } from './room-access';

/** Why a room's page does not open: what the database refuses, and what never got that far. */
export type RoomProblem =
  | RoomRefusal
  | { ok: false; error: 'malformed_code'; reason: CodeRefusal }
  | { ok: false; error: 'unavailable' }
  | { ok: false; error: 'internal' };
