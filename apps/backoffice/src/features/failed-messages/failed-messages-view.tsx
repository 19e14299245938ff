import { Icon } from '@gudbro/ui/icon';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { BackLink } from '@/shell/list/back-link';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { createFailureWords } from '@/shell/mails/explain-failure';
import { RetryMessage } from '@/shell/mails/retry-message';
import { ClientTexts } from '@/shell/place/client-texts';
import { dropMessageAction } from './actions';
import type { FailedMessage } from './queries';

type FailedMessagesViewProps = { place: Place; messages: readonly FailedMessage[] };

/** The messages of a place that could not be sent, with why, to send them again or to give them up. */
export async function FailedMessagesView({ place, messages }: FailedMessagesViewProps) {
  const [t, settings] = await Promise.all([getTranslations('FailedMessages'), getTranslations('Settings')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('heading')}</title>
      <BackLink href={`/p/${place.slug}/settings`} label={settings('heading')} />
      <PageHeader title={t('heading')} description={t('intro')} />
      {messages.length === 0 ? (
        <EmptyList icon="check" title={t('emptyTitle')} text={t('empty')} />
      ) : (
        <ClientTexts>
          <ul className="divide-y divide-line rounded-2xl bg-surface shadow-lift">
            {messages.map((message) => (
              <li key={message.id} className="space-y-3 p-4 sm:p-5">
                <MessageFacts place={place} message={message} />
                <MessageActs place={place} message={message} />
              </li>
            ))}
          </ul>
        </ClientTexts>
      )}
    </div>
  );
}

/** A kind that this screen has no words for is a message all the same. */
async function nameKind(kind: string): Promise<string> {
  const t = await getTranslations('FailedMessages');
  return t.has(`kind_${kind}` as never) ? t(`kind_${kind}` as never) : t('kind_other');
}

type MessageProps = { place: Place; message: FailedMessage };

async function MessageFacts({ place, message }: MessageProps) {
  const [t, format, explain, kind] = await Promise.all([
    getTranslations('FailedMessages'),
    getFormatter(),
    createFailureWords(),
    nameKind(message.kind),
  ]);
  const { booking, invitation, error, status, failedAt, attempts } = message;
  const about =
    booking === null
      ? (invitation?.note ?? '')
      : t('about', { guest: booking.guestName, code: booking.code });
  const reason = explain(error);
  return (
    <div className="flex gap-3">
      <Icon name="close" className="mt-1 size-4 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0 space-y-1">
        <p className="font-semibold">{kind}</p>
        {about !== '' && <p>{about}</p>}
        <p className="text-danger">{status === null ? reason : t('status', { reason, status })}</p>
        <p className="text-ink-soft text-sm">
          {t('when', {
            when: format.dateTime(new Date(failedAt), 'moment', { timeZone: place.timezone }),
            count: attempts,
          })}
        </p>
      </div>
    </div>
  );
}

async function MessageActs({ place, message }: MessageProps) {
  const [t, what] = await Promise.all([getTranslations('FailedMessages'), nameKind(message.kind)]);
  const { id, booking } = message;
  return (
    <div className="flex flex-wrap gap-3 pl-7">
      <RetryMessage
        place={place.slug}
        id={id}
        label={t('sendAgain')}
        name={t('sendAgainName', { what: [what, booking?.guestName ?? ''].join(' ').trim() })}
      />
      {booking !== null && (
        <LinkButton href={`/p/${place.slug}/bookings/${booking.id}`} variant="secondary">
          {t('openBooking')}
        </LinkButton>
      )}
      <ConfirmDialog
        trigger={t('drop')}
        title={t('dropTitle')}
        confirmLabel={t('drop')}
        action={dropMessageAction}
        hidden={{ place: place.slug, id }}
      >
        {t('dropText', { what })}
      </ConfirmDialog>
    </div>
  );
}
