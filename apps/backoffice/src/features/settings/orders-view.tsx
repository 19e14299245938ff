import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { formValues } from './form-values';
import { OrdersForm } from './orders-form';
import type { PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

/** What guests read about orders before they send one. */
export async function OrdersView({ place, settings }: { place: Place; settings: PlaceSettings }) {
  const t = await getTranslations('Settings');
  return (
    <SettingsLayout place={place} title={t('title_orders')} intro={t('introOrders')}>
      <OrdersForm place={place.slug} version={settings.version} values={formValues.orders(settings)} />
    </SettingsLayout>
  );
}
