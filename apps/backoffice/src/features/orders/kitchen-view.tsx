import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { hasCategory, sortIntoColumns } from './board';
import { BoardColumns } from './board-columns';
import { BoardProvider } from './board-context';
import { CategoryLinks } from './category-links';
import { KitchenBar } from './kitchen-bar';
import { OrderSound } from './order-sound';
import type { OrdersViewProps } from './orders-view';

/** The board for a tablet on the wall: nothing else on the screen, large, and awake. */
export async function KitchenView(view: OrdersViewProps) {
  const { place, orders, categories, category, limits, now } = view;
  const t = await getTranslations('Orders');
  const shown = category === null ? orders : orders.filter((order) => hasCategory(order, category));
  const name = categories.find(({ id }) => id === category)?.name;
  return (
    <div data-bare className="space-y-4 md:[zoom:1.25]">
      <title>{t('kitchen')}</title>
      <ClientTexts namespaces={['Orders']}>
        <BoardProvider place={place.slug} limits={limits} renderedAtMs={now.getTime()}>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="flex flex-wrap items-center gap-x-4">
              <BackLink href={`/p/${place.slug}/orders`} label={t('leaveKitchen')} />
              <h1 className="font-display text-2xl">
                {name === undefined ? place.name : `${place.name} · ${name}`}
              </h1>
            </div>
            <KitchenBar />
          </div>
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <CategoryLinks categories={categories} chosen={category} />
            <OrderSound orders={shown} />
          </div>
          <BoardColumns place={place} columns={sortIntoColumns(shown)} category={category} now={now} />
        </BoardProvider>
      </ClientTexts>
    </div>
  );
}
