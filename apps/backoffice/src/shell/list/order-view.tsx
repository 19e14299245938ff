import type { FormAction } from '@gudbro/api-kit';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import { ClientTexts } from '../place/client-texts';
import { BackLink } from './back-link';
import { OrderForm } from './order-form';
import { Pager } from './pager';

type OrderViewProps = {
  action: FormAction;
  place: string;
  /** The list that is sorted: its address after the place, and its name. */
  list: { path: string; heading: string };
  rows: readonly { id: string; name: string }[];
  next: string | null;
  isLater: boolean;
};

/** The screen on which a list is put into another order, a page of it at a time. */
export async function OrderView({ action, place, list, rows, next, isLater }: OrderViewProps) {
  const t = await getTranslations('Order');
  const base = `/p/${place}/${list.path}`;
  const first = rows[0]?.id ?? 'none';
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('title', { list: list.heading })}</title>
      <BackLink href={base} label={list.heading} />
      <PageHeader title={t('title', { list: list.heading })} description={t('intro')} />
      <ClientTexts namespaces={['Order']}>
        <OrderForm
          key={first}
          action={action}
          place={place}
          rows={rows}
          draftKey={`${place}/${list.path}/order/${first}`}
          cancelHref={base}
        />
      </ClientTexts>
      <Pager next={next} isLater={isLater} query={{}} />
    </div>
  );
}
