import { formatMoney } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { PreviewLink } from '@/shell/place/preview-link';
import type { RoomType } from './queries';

type TypesViewProps = {
  place: Place;
  types: readonly RoomType[];
  next: string | null;
  isLater: boolean;
};

/** The types of rooms of a place, as guests read them in this order. */
export async function TypesView({ place, types, next, isLater }: TypesViewProps) {
  const [t, locale] = await Promise.all([getTranslations('RoomTypes'), getLocale()]);
  const base = `/p/${place.slug}/types`;
  const mayChange = hasRole(place.role, 'manager');
  const isEmpty = types.length === 0 && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <PreviewLink slug={place.slug} section="rooms" />
            {mayChange && types.length > 1 && (
              <LinkButton href={`${base}/order`} variant="secondary">
                {t('sort')}
              </LinkButton>
            )}
            {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
          </>
        }
      />
      {isEmpty ? (
        <EmptyList icon="bed" title={t('emptyTitle')} text={t('empty')}>
          {mayChange && <LinkButton href={`${base}/new`}>{t('add')}</LinkButton>}
        </EmptyList>
      ) : (
        <>
          <RowList>
            {types.map(({ id, name, capacity, price, isActive }) => (
              <Row
                key={id}
                href={`${base}/${id}`}
                title={name}
                detail={t('sleeps', { count: capacity })}
                end={
                  isActive ? (
                    <span className="tabular-nums">
                      {price === null ? t('ask') : formatMoney(price, place.currency, locale)}
                    </span>
                  ) : (
                    t('off')
                  )
                }
              />
            ))}
          </RowList>
          <Pager next={next} isLater={isLater} query={{}} />
        </>
      )}
    </div>
  );
}
