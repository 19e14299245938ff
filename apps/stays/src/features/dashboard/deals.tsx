import type { Deal } from '@gudbro/guest-api/guest-content';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';

export async function Deals({ deals, langOf }: { deals: readonly Deal[]; langOf: LangOf<keyof Deal> }) {
  const t = await getTranslations('Deals');
  if (deals.length === 0) {
    return null;
  }
  return (
    <Card title={t('title')} icon="gift" id="deals">
      <ul className="-my-2 divide-y divide-line">
        {deals.map((deal) => (
          <li key={deal.id} className="py-3">
            <DealText deal={deal} langOf={langOf} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function DealText({ deal, langOf }: { deal: Deal; langOf: LangOf<keyof Deal> }) {
  const t = await getTranslations('Deals');
  const format = await getFormatter();
  return (
    <div className="leading-snug">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p
          lang={langOf(deal, 'title')}
          className="wrap-anywhere min-w-24 grow basis-0 hyphens-auto text-balance font-semibold"
        >
          {deal.title}
        </p>
        {deal.discount && (
          <span
            lang={langOf(deal, 'discount')}
            className="max-w-full shrink-0 rounded-full bg-lamp px-2.5 py-0.5 font-semibold text-lamp-ink text-sm"
          >
            {deal.discount}
          </span>
        )}
      </div>
      <p className="text-ink-soft text-sm">
        {deal.partner}
        {deal.validUntil &&
          ` · ${t('until', { date: format.dateTime(new Date(`${deal.validUntil}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }) })}`}
      </p>
      {deal.description && (
        <p lang={langOf(deal, 'description')} className="mt-1 text-pretty">
          {deal.description}
        </p>
      )}
      {deal.link && (
        <a
          href={deal.link}
          target="_blank"
          rel="noreferrer noopener"
          className="-mx-2 mt-1 inline-flex min-h-12 items-center gap-2 rounded-xl px-2 font-semibold text-accent hover:bg-sunken"
        >
          {t('open', { partner: deal.partner })}
          <Icon name="arrow" className="size-4 shrink-0" />
        </a>
      )}
    </div>
  );
}
