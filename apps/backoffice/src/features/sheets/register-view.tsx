import { PageHeader } from '@gudbro/ui/page-header';
import { Select } from '@gudbro/ui/select';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { EmptyList } from '@/shell/list/empty-list';
import { FilteredSearch } from '@/shell/list/filtered-search';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { type SignFilter, type SignRow, signFilters, statusOfSign } from './register-queries';
import { StatusTag } from './status-tag';

type RegisterViewProps = {
  place: Place;
  signs: readonly SignRow[];
  next: string | null;
  isLater: boolean;
  search: string;
  filter: SignFilter;
};

/** All paper of a place. */
export async function RegisterView({ place, signs, next, isLater, search, filter }: RegisterViewProps) {
  const [t, sheets] = await Promise.all([getTranslations('Register'), getTranslations('Sheets')]);
  const base = `/p/${place.slug}/sheets`;
  const isEmpty = signs.length === 0 && search === '' && filter === 'all' && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <BackLink href={base} label={sheets('heading')} />
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <LinkButton href={`${base}?state=torn`} variant="secondary">
              {t('reprintTorn')}
            </LinkButton>
            <LinkButton href={`${base}/walk`} variant="secondary">
              {sheets('walk')}
            </LinkButton>
          </>
        }
      />
      {isEmpty ? (
        <EmptyList
          icon="print"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'signs' }}
        >
          <LinkButton href={base}>{t('print')}</LinkButton>
        </EmptyList>
      ) : (
        <>
          <RegisterSearch search={search} filter={filter} />
          {signs.length === 0 && <p className="text-ink-soft">{t('nothingFound')}</p>}
          <RowList>
            {signs.map((sign) => (
              <SignListRow key={sign.id} sign={sign} href={`${base}/register/${sign.id}`} />
            ))}
          </RowList>
          <Pager next={next} isLater={isLater} query={{ q: search, show: filter }} />
        </>
      )}
    </div>
  );
}

async function RegisterSearch({ search, filter }: { search: string; filter: SignFilter }) {
  const t = await getTranslations('Register');
  return (
    <FilteredSearch
      text={search}
      label={t('search')}
      submitLabel={t('apply')}
      chosen={filter === 'all' ? 0 : 1}
      columns="sm:grid-cols-[minmax(0,1fr)_auto] xl:max-w-3xl xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <div>
        <label htmlFor="register-show" className="mb-1.5 block font-semibold">
          {t('filter')}
        </label>
        <Select id="register-show" name="show" defaultValue={filter} key={filter}>
          {signFilters.map((one) => (
            <option key={one} value={one}>
              {t(`filter_${one}`)}
            </option>
          ))}
        </Select>
      </div>
    </FilteredSearch>
  );
}

async function SignListRow({ sign, href }: { sign: SignRow; href: string }) {
  const [t, format] = await Promise.all([getTranslations('Register'), getFormatter()]);
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium' });
  const detail = [
    sign.hangsAt,
    t('printed', { date: day(sign.printedAt) }),
    sign.seenAt === null ? '' : t('seen', { date: day(sign.seenAt) }),
  ];
  return (
    <Row
      href={href}
      title={t(`kind_${sign.kind}`, { number: sign.number ?? '', network: sign.network ?? '' })}
      detail={detail.filter((part) => part !== '').join(' · ')}
      end={<StatusTag status={statusOfSign(sign)} />}
    />
  );
}
