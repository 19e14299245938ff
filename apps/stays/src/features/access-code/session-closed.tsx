import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { CodeForm } from '@/shell/entry/code-form';
import { SiteFooter } from '@/shell/language/site-footer';
import { KnownDeskLinks } from '@/shell/property/known-desk-links';

type SessionClosedProps = {
  code: string;
  /** This browser had a session under the code: its time is over, or the desk ended it. */
  hasEnded: boolean;
};

/** The page for an access code that is unknown or over. Its eight characters may also be a room code, so it offers that. */
export async function SessionClosed({ code, hasEnded }: SessionClosedProps) {
  const t = await getTranslations('Session');
  const roomCode = `RM-${code.replace('-', '')}`;
  return (
    <>
      <DoorSign icon={hasEnded ? 'clock' : 'key'} title={hasEnded ? t('endedTitle') : t('closedTitle')}>
        <p className="text-center">{hasEnded ? t('endedText') : t('closedText')}</p>
        <KnownDeskLinks />
        <CodeForm value={hasEnded ? undefined : code} />
        {!hasEnded && (
          <div className="border-line border-t pt-4 text-center">
            <p className="mb-3 text-ink-soft">{t('orRoom')}</p>
            <ButtonLink
              href={pathOfCode({ kind: 'room', code: roomCode })}
              variant="secondary"
              className="w-full"
            >
              {t('openRoom', { code: roomCode })}
            </ButtonLink>
          </div>
        )}
      </DoorSign>
      <SiteFooter path={pathOfCode({ kind: 'access', code })} />
    </>
  );
}
