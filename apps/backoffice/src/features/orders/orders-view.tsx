import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { hasCategory, sortIntoColumns } from './board';
import { BoardColumns } from './board-columns';
import { BoardProvider } from './board-context';
import { CategoryLinks } from './category-links';
import { OrderSound } from './order-sound';
import type { BoardOrder } from './queries';
import { ScreenAwake } from './screen-awake';
import type { Limits } from './urgency';

export type OrdersViewProps = {
  place: Place;
  orders: readonly BoardOrder[];
  categories: readonly { id: string; name: string }[];
  /** The category that is shown alone. */
  category: string | null;
  limits: Limits;
  now: Date;
};

/** All orders of a place that somebody has to do something for. */
export async function OrdersView(view: OrdersViewProps) {
  const { place, orders, categories, category, limits, now } = view;
  const t = await getTranslations('Orders');
  const base = `/p/${place.slug}/orders`;
  const shown = category === null ? orders : orders.filter((order) => hasCategory(order, category));
  const endedLink = (
    <LinkButton variant="secondary" href={`${base}/ended`}>
      {t('endedLink')}
    </LinkButton>
  );
  return (
    <div className="space-y-4 md:space-y-5">
      <title>{t('heading')}</title>
      <ClientTexts namespaces={['Orders']}>
        <BoardProvider place={place.slug} limits={limits} renderedAtMs={now.getTime()}>
          <PageHeader
            title={t('heading')}
            actions={
              <OrderSound orders={shown}>
                <LinkButton
                  variant="secondary"
                  href={category === null ? `${base}/kitchen` : `${base}/kitchen?category=${category}`}
                >
                  {t('kitchen')}
                </LinkButton>
                <ScreenAwake />
              </OrderSound>
            }
          />
          <CategoryLinks categories={categories} chosen={category} />
          {orders.length === 0 ? (
            <EmptyList icon="cart" title={t('emptyTitle')} text={t('empty')}>
              {endedLink}
            </EmptyList>
          ) : (
            <BoardColumns place={place} columns={sortIntoColumns(shown)} category={category} now={now}>
              <div className="mt-4">{endedLink}</div>
            </BoardColumns>
          )}
        </BoardProvider>
      </ClientTexts>
    </div>
  );
}
