import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { createEntryWords, type EntryWords } from './entry-words';
import { readUndo } from './may-undo';
import type { Entry, History } from './queries';
import { UndoForm } from './undo-form';

type EntryViewProps = {
  place: Place;
  accountId: string;
  entry: Entry;
  known: Pick<History, 'people' | 'names'>;
  /** Where its thing is shown. */
  thing: string | null;
  now: Date;
};

/** One entry of the history: everything that changed, the ways to its thing, and the form that undoes it. */
export async function EntryView({ place, accountId, entry, known, thing, now }: EntryViewProps) {
  const [t, describe] = await Promise.all([getTranslations('History'), createEntryWords(place, known)]);
  const base = `/p/${place.slug}/history`;
  const words = describe(entry);
  const undo = readUndo(entry, accountId, now);
  const { reason } = entry.detail;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{words.what}</title>
      <BackLink href={base} label={t('heading')} />
      <PageHeader title={words.what} description={`${words.who} · ${words.when}`} />
      {typeof reason === 'string' && <Notice title={t('reason')}>{reason}</Notice>}
      <UndoNotes base={base} entry={entry} />
      {words.changes.length > 0 && <Changes changes={words.changes} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {thing !== null && (
          <ButtonLink variant="secondary" href={thing}>
            {t('openThing')}
          </ButtonLink>
        )}
        {entry.rowId !== null && (
          <ButtonLink variant="secondary" href={`${base}?row=${entry.rowId}`}>
            {t('ofThing')}
          </ButtonLink>
        )}
      </div>
      {undo !== 'no' && (
        <Card title={t('undoTitle')} icon="undo">
          <p className="mb-4 text-pretty leading-relaxed">{t(`undo_${entry.action as Undoable}`)}</p>
          <ClientTexts namespaces={['Undo']}>
            <UndoForm place={place.slug} entryId={entry.id} needsReason={undo === 'with_reason'} />
          </ClientTexts>
        </Card>
      )}
    </div>
  );
}

/** The actions of entries that can be undone: only those of rows are. */
type Undoable = 'added' | 'changed' | 'removed';

async function UndoNotes({ base, entry }: { base: string; entry: Entry }) {
  const t = await getTranslations('History');
  const links = [
    { id: entry.undoneBy, text: t('wasUndone'), link: t('seeUndo') },
    { id: entry.undoes, text: t('isUndo'), link: t('seeUndone') },
  ];
  return links
    .filter(({ id }) => id !== null)
    .map(({ id, text, link }) => (
      <Notice key={text} icon="undo">
        {text}{' '}
        <a href={`${base}/${id}`} className="font-semibold underline">
          {link}
        </a>
      </Notice>
    ));
}

async function Changes({ changes }: { changes: EntryWords['changes'] }) {
  const t = await getTranslations('History');
  return (
    <dl className="divide-y divide-line rounded-2xl bg-surface shadow-lift">
      {changes.map(({ label, from, to }) => (
        <div key={label} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[12rem_1fr] sm:px-5">
          <dt className="wrap-anywhere font-semibold">{label}</dt>
          <dd className="wrap-anywhere min-w-0 whitespace-pre-line">
            {from !== undefined && (
              <span className={to === undefined ? '' : 'text-ink-soft'}>
                <span className="sr-only">{t('before')} </span>
                {from}
              </span>
            )}
            {from !== undefined && to !== undefined && <span aria-hidden="true"> → </span>}
            {to !== undefined && (
              <span className="font-medium">
                <span className="sr-only">{t('after')} </span>
                {to}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
