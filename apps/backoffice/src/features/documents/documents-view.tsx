import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import type { DocumentFilter } from './document-filter';
import { DocumentFilterForm } from './document-filter-form';
import { DocumentRow } from './document-row';
import type { ListedDocument } from './document-schemas';
import { createDocumentWords } from './document-words';

type DocumentsViewProps = {
  place: Place;
  documents: readonly ListedDocument[];
  filter: DocumentFilter;
  /** The address part of the next page. */
  next: string | null;
  isLater: boolean;
  now: Date;
};

/** The documents of a place: those that wait to be checked first, the oldest of them first. */
export async function DocumentsView({ place, documents, filter, next, isLater, now }: DocumentsViewProps) {
  const [t, words] = await Promise.all([getTranslations('Documents'), createDocumentWords(place)]);
  const isEmpty = documents.length === 0;
  const isFiltered = filter.status !== '';
  return (
    <div className="max-w-4xl space-y-6">
      <title>{t('heading')}</title>
      <PageHeader title={t('heading')} description={t('intro')} />
      {(isFiltered || !isEmpty) && <DocumentFilterForm filter={filter} />}
      {isEmpty && (isFiltered || isLater) && <p className="text-ink-soft">{t('nothingMatches')}</p>}
      {isEmpty && !isFiltered && !isLater && (
        <EmptyList
          icon="idCard"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'documents' }}
        >
          {hasRole(place.role, 'manager') && (
            <LinkButton href={`/p/${place.slug}/settings/documents`} variant="secondary">
              {t('toSettings')}
            </LinkButton>
          )}
        </EmptyList>
      )}
      {!isEmpty && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl bg-surface shadow-lift">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              href={`/p/${place.slug}/documents/${document.id}`}
              document={document}
              words={words}
              now={now}
            />
          ))}
        </ul>
      )}
      <Pager next={next} isLater={isLater} query={filter} />
    </div>
  );
}
