import type { GuestSession } from '@gudbro/auth';

export function isSessionOfRoom(session: GuestSession | null, roomCode: string): boolean {
  return session?.roomCode === roomCode;
}
