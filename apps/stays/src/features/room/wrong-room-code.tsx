import { type CodeRefusal, parseCode } from '@gudbro/access-codes';
import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { CodeForm } from '@/shell/entry/code-form';
import { KnownDeskLinks } from '@/shell/property/known-desk-links';

type WrongRoomCodeProps = {
  roomCode: string;
  /** Null if the code is well-formed but no room has it. */
  refusal: CodeRefusal | null;
};

/** The page of a room that does not exist. The eight characters of its code may also be an access code, so it offers that. */
export async function WrongRoomCode({ roomCode, refusal }: WrongRoomCodeProps) {
  const t = await getTranslations('Refusal');
  const accessCode = parseCode(roomCode.replace(/^RM-/, ''), { expect: 'access' });
  return (
    <DoorSign icon="key" title={refusal ? t('malformedTitle') : t('notFoundTitle')}>
      {!refusal && <p className="text-center">{t('notFoundText')}</p>}
      <CodeForm value={roomCode} refusal={refusal ?? undefined} expects="room" />
      {accessCode.ok && (
        <div className="border-line border-t pt-4 text-center">
          <p className="mb-3 text-ink-soft">{t('orSession')}</p>
          <ButtonLink href={pathOfCode(accessCode)} variant="secondary" className="w-full">
            {t('openSession', { code: accessCode.code })}
          </ButtonLink>
        </div>
      )}
      <KnownDeskLinks />
    </DoorSign>
  );
}
