import { formatMoney } from '@gudbro/domain';
import type { ServiceCategory, ServiceItem, Services } from '@gudbro/guest-api/guest-content';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getLocale, getTranslations } from 'next-intl/server';
import { ItemStepper } from '@/shell/cart/item-stepper';
import type { LangOf } from '@/shell/language/lang-of';
import { formatTimeOfDay, formatTimeOfDayOn } from '@/shell/property/format-time-of-day';
import { Picture } from '@/shell/property/picture';
import { categoryIcon } from './category-icon';

type ServicesSectionProps = {
  /** The page's code, by which its cart is stored. */
  code: string;
  services: Services;
  /** The guest has to be verified before ordering, but not for looking or filling the cart. */
  isLocked: boolean;
  /** The property asks for no proof: whoever is in the room orders for the stay. */
  asksNothing: boolean;
  langOf: LangOf<'name' | 'description'>;
};

/** The catalogue, readable without script: prices, hours, what is sold out. */
export async function ServicesSection({
  code,
  services,
  isLocked,
  asksNothing,
  langOf,
}: ServicesSectionProps) {
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
          <Icon name={asksNothing ? 'info' : 'lock'} className="mt-0.5 size-4 shrink-0" />
          {asksNothing ? t('open') : t('locked')}
        </p>
      )}
      <div className="-my-1 divide-y divide-line">
        {services.categories.map((category) => (
          <Category
            key={category.id}
            code={code}
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

type CategoryProps = Pick<ServicesSectionProps, 'code' | 'langOf'> & {
  category: ServiceCategory;
  currency: string;
  isOpen: boolean;
};

function Category({ code, category, currency, isOpen, langOf }: CategoryProps) {
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
          <ServiceRow key={item.id} code={code} item={item} currency={currency} langOf={langOf} />
        ))}
      </ul>
    </details>
  );
}

type ServiceRowProps = Pick<ServicesSectionProps, 'code' | 'langOf'> & {
  item: ServiceItem;
  currency: string;
};

/** An item with its stepper. On a narrow screen, price and stepper are below the text, which then has the whole width. */
async function ServiceRow({ item, code, currency, langOf }: ServiceRowProps) {
  const t = await getTranslations('Services');
  const locale = await getLocale();
  const { id, name, image, description, priceMinor, soldOut, availableNow, maxQuantity } = item;
  return (
    <li className="flex flex-wrap content-start items-center gap-x-3 gap-y-1 py-3">
      <div className="flex min-w-0 grow-[999] basis-60 gap-3">
        {image && (
          <Picture
            path={image}
            alt=""
            sizes="4rem"
            width={64}
            height={64}
            loading="lazy"
            className={`size-16 shrink-0 rounded-xl bg-sunken object-cover ${soldOut ? 'opacity-60' : ''}`}
          />
        )}
        <div className="min-w-0 grow leading-snug">
          <p
            lang={langOf(item, 'name')}
            className={`wrap-anywhere hyphens-auto font-semibold ${soldOut ? 'text-ink-soft' : ''}`}
          >
            {name}
          </p>
          {description && (
            <p lang={langOf(item, 'description')} className="text-pretty text-ink-soft text-sm">
              {description}
            </p>
          )}
          {!soldOut && !availableNow && (
            <p className="mt-0.5 flex items-center gap-1.5 text-sm print:hidden">
              <Icon name="clock" className="size-4 shrink-0 text-accent" />
              <span className="wrap-anywhere min-w-0">{t('later')}</span>
            </p>
          )}
        </div>
      </div>
      <div className="flex min-h-12 grow flex-wrap items-center justify-between gap-x-3">
        <p className="min-w-24 flex-1 basis-0 text-sm leading-snug">
          <span className="mr-1 font-semibold">
            {priceMinor === 0 ? t('free') : formatMoney(priceMinor, currency, locale)}
          </span>{' '}
          <Hours item={item} locale={locale} />
        </p>
        {soldOut ? (
          <span className="max-w-full rounded-full bg-sunken px-3 py-1 text-ink-soft text-sm print:hidden">
            {item.soldOutUntil
              ? t('soldOutUntil', { time: formatTimeOfDayOn(item.soldOutUntil, locale) })
              : t('soldOut')}
          </span>
        ) : (
          <ItemStepper
            code={code}
            itemId={id}
            name={name}
            max={maxQuantity}
            labels={{
              more: t('add', { name }),
              less: t('less', { name }),
              remove: t('remove', { name }),
              most: t('most'),
            }}
          />
        )}
      </div>
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
