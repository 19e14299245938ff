import type { ReactNode } from 'react';
import { SiteFooter } from '../language/site-footer';
import { BrowsingHidden } from './browsing-hidden';
import { CodeToCorrect } from './code-to-correct';
import { HouseAway } from './house-away';
import type { RoomProblem } from './room-problem';
import { TooManyRequests } from './too-many-requests';

type RoomRefusalProps = {
  refusal: RoomProblem;
  /** What stood in the address, decoded. */
  roomCode: string;
  /** Where browsing is hidden: the form that verifies the guest. */
  children?: ReactNode;
};

/** A page that says what happened and what to do, for each way a room can stay closed. */
export function RoomRefusal({ refusal, roomCode, children }: RoomRefusalProps) {
  const path = `/stay/room/${encodeURIComponent(roomCode)}`;
  return (
    <>
      <Reason refusal={refusal} roomCode={roomCode} path={path}>
        {children}
      </Reason>
      <SiteFooter path={path} />
    </>
  );
}

function Reason({ refusal, roomCode, path, children }: RoomRefusalProps & { path: string }) {
  switch (refusal.error) {
    case 'verification_required':
      return (
        <BrowsingHidden propertyName={refusal.property.name} method={refusal.method}>
          {children}
        </BrowsingHidden>
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
