import { SiteFooter } from '../language/site-footer';
import type { EntryAttempt } from '../stay/entry-attempt';
import { BrowsingHidden } from './browsing-hidden';
import { CodeToCorrect } from './code-to-correct';
import { HouseAway } from './house-away';
import type { RoomProblem } from './room-problem';
import { TooManyRequests } from './too-many-requests';

type RoomRefusalProps = {
  refusal: RoomProblem;
  /** What stood in the address, decoded. */
  roomCode: string;
  /** How the last try to prove a stay here went. */
  attempt: EntryAttempt | null;
};

/** A page that says what happened and what to do, for each way a room can stay closed. */
export function RoomRefusal({ refusal, roomCode, attempt }: RoomRefusalProps) {
  const path = `/stay/room/${encodeURIComponent(roomCode)}`;
  return (
    <>
      <Reason refusal={refusal} roomCode={roomCode} attempt={attempt} path={path} />
      <SiteFooter path={path} />
    </>
  );
}

function Reason({ refusal, roomCode, attempt, path }: RoomRefusalProps & { path: string }) {
  switch (refusal.error) {
    case 'verification_required':
      return (
        <BrowsingHidden
          propertyName={refusal.property.name}
          method={refusal.method}
          roomCode={roomCode}
          attempt={attempt}
        />
      );
    case 'rate_limited':
      return <TooManyRequests retryAfterSeconds={refusal.retryAfterSeconds} path={path} />;
    case 'malformed_code':
      return <CodeToCorrect roomCode={roomCode} reason={refusal.reason} />;
    case 'invalid_room_code':
    case 'room_not_found':
      return <CodeToCorrect roomCode={roomCode} />;
    case 'unavailable':
    case 'internal':
      return <HouseAway path={path} cause={refusal.error} />;
  }
}
