import type { CodeRefusal } from '@gudbro/access-codes';
import { ErrorSign } from '../errors/error-sign';
import { SiteFooter } from '../language/site-footer';
import type { EntryAttempt } from '../stay/entry-attempt';
import { BrowsingHidden } from './browsing-hidden';
import { CodeToCorrect } from './code-to-correct';
import type { RoomPageError } from './room-page-error';

type RoomErrorPageProps = {
  error: RoomPageError;
  /** What is wrong with the code; null where it has the right form. */
  refusal: CodeRefusal | null;
  /** What stood in the address, decoded. */
  roomCode: string;
  /** How the last try to prove a stay here went. */
  attempt: EntryAttempt | null;
};

/** A page that says what happened and what to do, for each way a room can stay closed. */
export function RoomErrorPage(props: RoomErrorPageProps) {
  const path = `/stay/room/${encodeURIComponent(props.roomCode)}`;
  return (
    <>
      <RoomErrorSign {...props} path={path} />
      <SiteFooter path={path} />
    </>
  );
}

function RoomErrorSign({ error, refusal, roomCode, attempt, path }: RoomErrorPageProps & { path: string }) {
  switch (error.error) {
    case 'verification_required':
      return (
        <BrowsingHidden
          propertyName={error.property?.name}
          method={error.method}
          roomCode={roomCode}
          attempt={attempt}
        />
      );
    case 'invalid_room_code':
    case 'room_not_found':
      return <CodeToCorrect roomCode={roomCode} refusal={refusal} />;
    default:
      return <ErrorSign error={error} path={path} />;
  }
}
