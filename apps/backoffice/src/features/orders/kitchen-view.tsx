import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { LiveLine } from '@/shell/place/live-line';
import { hasCategory, sortIntoColumns } from './board';
import { BoardColumns } from './board-columns';
import { BoardProvider } from './board-context';
import { CategoryLinks } from './category-links';
import { FullScreenButton } from './full-screen-button';
import { OrderSound } from './order-sound';
import type { OrdersViewProps } from './orders-view';
import { ScreenAwake } from './screen-awake';

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
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div>
              <BackLink href={`/p/${place.slug}/orders`} label={t('leaveKitchen')} />
              <h1 className="wrap-anywhere font-display text-2xl">
                {name === undefined ? place.name : `${place.name} · ${name}`}
              </h1>
            </div>
            <div className="ml-auto flex flex-wrap gap-3">
              <FullScreenButton />
              <OrderSound orders={shown} />
            </div>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <CategoryLinks categories={categories} chosen={category} />
            <div className="flex flex-wrap items-center gap-x-5">
              <LiveLine />
              <ScreenAwake />
            </div>
          </div>
          <BoardColumns place={place} columns={sortIntoColumns(shown)} category={category} now={now} />
        </BoardProvider>
      </ClientTexts>
    </div>
  );
}
