import { Card } from '@gudbro/ui/card';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { createFailureWords } from '@/shell/mails/explain-failure';
import { RetryMessage } from '@/shell/mails/retry-message';
import { ShownMails } from '@/shell/mails/shown-mails';
import { ClientTexts } from '@/shell/place/client-texts';
import type { Booking } from './queries';

type Mail = Booking['mails'][number];

const icons: Record<Mail['state'], IconName> = { waiting: 'clock', sent: 'check', failed: 'close' };

/** A mail goes out within seconds of its time. After this long nothing sends any. */
const overdueMs = 120_000;

/** The mails about a booking: what was sent, what waits and until when, what failed and why. */
export async function MailsCard({ place, mails }: { place: Place; mails: readonly Mail[] }) {
  if (mails.length === 0) {
    return null;
  }
  const [t, describeState] = await Promise.all([getTranslations('Mails'), createStateWords(place)]);
  return (
    <Card title={t('heading')} icon="mail">
      <ClientTexts>
        <ul className="divide-y divide-line">
          {mails.map((mail) => {
            const what = mail.kind === 'booking_code_mail' ? t('code') : t(`answer_${mail.answer ?? 'open'}`);
            return (
              <li key={mail.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="flex min-w-0 gap-3">
                  <Icon
                    name={icons[mail.state]}
                    className={`mt-1 size-4 shrink-0 ${mail.state === 'failed' ? 'text-danger' : 'text-ink-soft'}`}
                  />
                  <div className="wrap-anywhere min-w-0">
                    <p className="font-semibold">{what}</p>
                    <p className={`text-sm ${mail.state === 'failed' ? 'text-danger' : 'text-ink-soft'}`}>
                      {describeState(mail)}
                    </p>
                  </div>
                </div>
                {mail.state === 'failed' && (
                  <RetryMessage
                    place={place.slug}
                    id={mail.id}
                    label={t('sendAgain')}
                    name={t('sendAgainName', { what })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </ClientTexts>
      <div className="mt-3 empty:hidden">
        <ShownMails />
      </div>
    </Card>
  );
}

/** Returns what says how it stands with a mail, in words. */
async function createStateWords(place: Place) {
  const [t, format, explain] = await Promise.all([
    getTranslations('Mails'),
    getFormatter(),
    createFailureWords(),
  ]);
  const now = Date.now();
  return ({ kind, state, at, attempts, error }: Mail): string => {
    const when = format.dateTime(new Date(at), 'moment', { timeZone: place.timezone });
    if (state === 'sent') {
      return t('sent', { when });
    }
    if (state === 'failed') {
      return t('failed', { reason: explain(error) });
    }
    if (now - Date.parse(at) > overdueMs) {
      return t('overdue', { when });
    }
    if (attempts > 0) {
      return error === null ? t('goesOut', { when }) : t('triedAgain', { reason: explain(error), when });
    }
    return kind === 'request_answer_mail' ? t('undoBefore', { when }) : t('goesOut', { when });
  };
}
