import { formatMoney } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getLocale, getTranslations } from 'next-intl/server';
import { actionProps } from '../actions/action';
import type { ServiceCategory, ServiceItem, Services } from '../content/guest-content';
import type { LangOf } from '../language/lang-of';
import { formatTimeOfDay } from '../property/format-time-of-day';
import { categoryIcon } from './category-icon';

type ServicesSectionProps = {
  services: Services;
  /** The guest has to be verified before ordering, but not for looking or filling the cart. */
  isLocked: boolean;
  langOf: LangOf<'name' | 'description'>;
};

/** The catalogue, readable without script: prices, hours, what is sold out. */
export async function ServicesSection({ services, isLocked, langOf }: ServicesSectionProps) {
  const t = await getTranslations('Services');
  if (services.categories.length === 0) {
    return null;
  }
  // Only the first category with an available item starts open, because a long catalogue would fill the page.
  const firstAvailable = services.categories.find(({ items }) => items.some((item) => item.availableNow));
  return (
    <Card title={t('title')} icon="bell" id="services">
      {isLocked && (
        <p className="mb-3 flex gap-2 text-pretty text-ink-soft text-sm leading-snug noscript:hidden">
          <Icon name="lock" className="mt-0.5 size-4 shrink-0" />
          {t('locked')}
        </p>
      )}
      <div className="-my-1 divide-y divide-line">
        {services.categories.map((category) => (
          <Category
            key={category.id}
            category={category}
            currency={services.currency}
            isOpen={category.id === firstAvailable?.id}
            langOf={langOf}
          />
        ))}
      </div>
    </Card>
  );
}

type CategoryProps = Pick<ServicesSectionProps, 'langOf'> & {
  category: ServiceCategory;
  currency: string;
  isOpen: boolean;
};

function Category({ category, currency, isOpen, langOf }: CategoryProps) {
  return (
    <details className="group" open={isOpen}>
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
        <Icon name={categoryIcon(category.icon)} className="size-5 shrink-0 text-accent" />
        <span className="min-w-0 grow leading-snug">
          <span lang={langOf(category, 'name')} className="wrap-anywhere block hyphens-auto font-semibold">
            {category.name}
          </span>
          {category.description && (
            <span lang={langOf(category, 'description')} className="block text-pretty text-ink-soft text-sm">
              {category.description}
            </span>
          )}
        </span>
        <Icon
          name="chevron"
          className="size-5 shrink-0 text-ink-soft group-open:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <ul className="divide-y divide-line pb-2 xl:grid xl:grid-cols-2 xl:gap-x-8 xl:divide-y-0">
        {category.items.map((item) => (
          <ServiceRow key={item.id} item={item} currency={currency} langOf={langOf} />
        ))}
      </ul>
    </details>
  );
}

type ServiceRowProps = Pick<ServicesSectionProps, 'langOf'> & { item: ServiceItem; currency: string };

async function ServiceRow({ item, currency, langOf }: ServiceRowProps) {
  const t = await getTranslations('Services');
  const locale = await getLocale();
  return (
    // With large text, the button or the label in its place goes below the text instead of over it.
    <li className="flex flex-wrap content-start items-center justify-end gap-x-3 gap-y-2 py-3">
      <div className={`flex min-w-0 grow flex-wrap gap-3 ${item.image ? 'basis-48' : 'basis-36'}`}>
        {item.image && (
          <img
            src={item.image}
            alt=""
            width={64}
            height={64}
            loading="lazy"
            className={`size-16 shrink-0 rounded-xl bg-sunken object-cover ${item.availableNow ? '' : 'opacity-60'}`}
          />
        )}
        <div className="min-w-0 grow basis-28 leading-snug">
          <p
            lang={langOf(item, 'name')}
            className={`wrap-anywhere hyphens-auto font-semibold ${item.availableNow ? '' : 'text-ink-soft'}`}
          >
            {item.name}
          </p>
          {item.description && (
            <p lang={langOf(item, 'description')} className="text-pretty text-ink-soft text-sm">
              {item.description}
            </p>
          )}
          <p className="mt-0.5 text-sm">
            <span className="mr-1 font-semibold">
              {item.priceMinor === 0 ? t('free') : formatMoney(item.priceMinor, currency, locale)}
            </span>{' '}
            <Hours item={item} locale={locale} />
          </p>
        </div>
      </div>
      {item.availableNow ? (
        <button
          type="button"
          {...actionProps({ name: 'add-item', itemId: item.id })}
          className="grid size-12 shrink-0 place-items-center rounded-full bg-sunken text-accent hover:bg-accent hover:text-accent-ink"
        >
          <Icon name="plus" />
          <span className="sr-only">{t('add', { name: item.name })}</span>
        </button>
      ) : (
        <span className="max-w-full rounded-full bg-sunken px-3 py-1 text-ink-soft text-sm print:hidden">
          {item.soldOut ? t('soldOut') : t('closed')}
        </span>
      )}
    </li>
  );
}

async function Hours({ item, locale }: { item: ServiceItem; locale: string }) {
  const t = await getTranslations('Services');
  if (item.availableFrom === null || item.availableTo === null) {
    return null;
  }
  const from = formatTimeOfDay(item.availableFrom, locale);
  const to = formatTimeOfDay(item.availableTo, locale);
  return (
    // The hours must not break in the middle: if they do not fit, they go to the next line as a whole.
    <span className="inline-block text-ink-soft">{t('hours', { from, to })}</span>
  );
}
