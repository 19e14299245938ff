import { formatRoomLabel } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { BackLink } from '@/shell/list/back-link';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { CodePlate } from '@/shell/stay/code-plate';
import { HistoryCard } from '@/shell/stay/history-card';
import { PhonesCard } from '@/shell/stay/phones-card';
import { endSessionAction } from './actions';
import { createEndWords } from './format-end';
import type { Session } from './queries';
import { createSessionStepWords } from './session-step-words';

type SessionViewProps = { place: Place; session: Session; staysUrl: string };

/** One access code: its QR to show or to print, until when it is valid, its devices and its history. */
export async function SessionView({ place, session, staysUrl }: SessionViewProps) {
  const [t, formatEnd, describe] = await Promise.all([
    getTranslations('Sessions'),
    createEndWords(place),
    createSessionStepWords(place),
  ]);
  const { id, code, isOpen, guestName } = session;
  const base = `/p/${place.slug}/sessions`;
  const room = formatRoomLabel(place.shortCode, session.roomNumber);
  const at = formatEnd(session.expiresAt);
  return (
    <div className="space-y-6">
      <title>{guestName || room}</title>
      <BackLink href={base} label={t('heading')} />
      <PageHeader title={guestName || room} description={guestName === '' ? t('noName') : room} />
      {/* On a phone the code comes before the details: the guest stands at the desk and scans it. */}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-6 lg:col-start-2 lg:row-start-1">
          {isOpen ? (
            <CodePlate
              label={t('codeLabel')}
              qrTitle={t('qrTitle', { code })}
              code={code}
              url={`${staysUrl}/session/${code}`}
              note={t('note', { room, at })}
              placeName={place.name}
            >
              <LinkButton href={`${base}/${id}/card`} variant="secondary">
                {t('card')}
              </LinkButton>
            </CodePlate>
          ) : (
            <Notice>{t('opensNothing', { code })}</Notice>
          )}
        </div>
        <div className="min-w-0 space-y-6 lg:col-start-1 lg:row-start-1">
          <Card title={t('stateHeading')} icon="qr">
            <p className="mb-4 text-pretty">{t(isOpen ? 'state_open' : 'state_ended', { room, at })}</p>
            <ClientTexts>
              <div className="flex flex-wrap gap-3">
                <LinkButton href={`${base}/${id}/change`} variant={isOpen ? 'secondary' : 'primary'}>
                  {t(isOpen ? 'change' : 'prolong')}
                </LinkButton>
                {isOpen && (
                  <ConfirmDialog
                    trigger={t('end')}
                    title={t('endTitle', { code })}
                    confirmLabel={t('end')}
                    action={endSessionAction}
                    hidden={{ place: place.slug, id }}
                  >
                    {t('endText')}
                  </ConfirmDialog>
                )}
              </div>
            </ClientTexts>
          </Card>
          {isOpen && <PhonesCard place={place} phones={session.phones} of="accessCode" />}
          <HistoryCard place={place} rowId={id} steps={session.history} describe={describe} />
        </div>
      </div>
    </div>
  );
}
