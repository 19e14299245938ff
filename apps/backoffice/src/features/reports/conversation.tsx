import { getFormatter, getTranslations } from 'next-intl/server';
import { nameAccount, type Report } from './queries';

type ConversationProps = { updates: Report['updates']; timeZone: string };

/** What the guest and the desk said, and the steps that were taken, as they followed each other. */
export async function Conversation({ updates, timeZone }: ConversationProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  return (
    <section aria-labelledby="said" className="space-y-3">
      <h2 id="said" className="font-semibold text-lg">
        {t('conversation')}
      </h2>
      {updates.length === 0 && <p className="text-ink-soft">{t('nothingSaid')}</p>}
      <ol className="space-y-3">
        {updates.map(({ id, author, account, message, status, createdAt }) => {
          const isGuest = author === 'guest';
          const name = isGuest ? t('guest') : account === null ? t('desk') : nameAccount(account);
          return (
            <li
              key={id}
              className={`max-w-prose rounded-2xl px-4 py-3 ${isGuest ? 'bg-sunken' : 'ml-auto bg-surface shadow-lift'}`}
            >
              <p className="text-ink-soft text-sm">
                <span className="font-semibold text-ink">{name}</span>{' '}
                {format.dateTime(new Date(createdAt), 'dayAndTime', { timeZone })}
              </p>
              {message !== '' && (
                <p className="wrap-anywhere whitespace-pre-line leading-relaxed">{message}</p>
              )}
              {status !== null && <p className="font-semibold">{t(`became_${status}`)}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
