import { getFormatter, getTranslations } from 'next-intl/server';
import { nameAccount, type Report } from './queries';

type TeamNotesProps = { notes: Report['notes']; timeZone: string };

/** What the team noted, which the guest never reads. */
export async function TeamNotes({ notes, timeZone }: TeamNotesProps) {
  const [t, format] = await Promise.all([getTranslations('Reports'), getFormatter()]);
  return (
    <ul className="space-y-3 empty:hidden">
      {notes.map(({ id, account, note, createdAt }) => (
        <li key={id}>
          <p className="wrap-anywhere whitespace-pre-line leading-relaxed">{note}</p>
          <p className="text-ink-soft text-sm">
            {account === null ? t('desk') : nameAccount(account)} ·{' '}
            {format.dateTime(new Date(createdAt), 'dayAndTime', { timeZone })}
          </p>
        </li>
      ))}
    </ul>
  );
}
