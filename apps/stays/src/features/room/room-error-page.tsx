import type { CodeRefusal } from '@gudbro/access-codes';
import type { EntryAttempt } from '@/server/session/entry-attempt';
import { ErrorSign } from '@/shell/errors/error-sign';
import { SiteFooter } from '@/shell/language/site-footer';
import { ReplacedSign } from './replaced-sign';
import type { RoomPageError } from './room-page-error';
import { VerificationRequired } from './verification-required';
import { WrongRoomCode } from './wrong-room-code';

type RoomErrorPageProps = {
  error: RoomPageError;
  /** What is wrong with the code; null if it is well-formed. */
  refusal: CodeRefusal | null;
  /** The code as it is in the address, decoded. */
  roomCode: string;
  /** The last attempt to prove a stay in this room. */
  attempt: EntryAttempt | null;
};

/** The page for each error of a room's page: what happened and what the guest can do. */
export function RoomErrorPage(props: RoomErrorPageProps) {
  const path = `/stay/room/${encodeURIComponent(props.roomCode)}`;
  return (
    <>
      <RoomErrorSign {...props} path={path} />
      <SiteFooter path={path} slug={slugOfHiddenProperty(props.error)} />
    </>
  );
}

/** Of a property that hides its rooms. Undefined for an error that names no property. */
function slugOfHiddenProperty(error: RoomPageError): string | undefined {
  return error.error === 'verification_required' ? error.property?.slug : undefined;
}

function RoomErrorSign({ error, refusal, roomCode, attempt, path }: RoomErrorPageProps & { path: string }) {
  switch (error.error) {
    case 'verification_required':
      return (
        <VerificationRequired
          property={error.property}
          method={error.method}
          roomCode={roomCode}
          attempt={attempt}
        />
      );
    case 'invalid_room_code':
    case 'room_not_found':
      return <WrongRoomCode roomCode={roomCode} refusal={refusal} />;
    case 'room_code_replaced':
      return <ReplacedSign />;
    default:
      return <ErrorSign error={error} path={path} />;
  }
}
