import type { UsefulNumber } from '@gudbro/guest-api/guest-content';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import { phoneLink } from '@/shell/property/contact-links';

type UsefulNumbersProps = {
  numbers: readonly UsefulNumber[];
  langOf: LangOf<keyof UsefulNumber>;
  /** On a wide screen they are below both columns, with the categories side by side. */
  isBelowBoth: boolean;
};

/** The useful numbers by category, each a link that calls it. */
export async function UsefulNumbers({ numbers, langOf, isBelowBoth }: UsefulNumbersProps) {
  const t = await getTranslations('Numbers');
  const categories = groupByCategory(numbers);
  if (categories.size === 0) {
    return null;
  }
  return (
    <Card title={t('title')} icon="phone" id="numbers" className={isBelowBoth ? 'xl:col-span-2' : ''}>
      <div
        className={`grid grid-cols-1 gap-4 ${isBelowBoth ? 'xl:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] xl:gap-x-8' : ''}`}
      >
        {[...categories].map(([category, ofCategory]) => (
          <section key={category}>
            <h3 lang={ofCategory[0] && langOf(ofCategory[0], 'category')} className="text-ink-soft text-sm">
              {category}
            </h3>
            <ul>
              {ofCategory.map((number) => (
                <li key={`${number.label} ${number.phone}`}>
                  <a
                    href={phoneLink(number.phone)}
                    className="-mx-2 flex min-h-12 flex-wrap items-center gap-x-3 rounded-xl px-2 py-1.5 leading-snug hover:bg-sunken"
                  >
                    {/* Wide enough for a few words: a number that does not fit beside it goes below. */}
                    <span
                      lang={langOf(number, 'label')}
                      className="max-w-full grow basis-36 hyphens-auto text-balance font-semibold"
                    >
                      {number.label}
                    </span>
                    <span className="ml-auto flex max-w-full items-center gap-3 text-accent">
                      <span className="wrap-anywhere tabular-nums">{number.phone}</span>
                      {/* On a narrow phone the text needs its room. */}
                      <Icon name="phone" className="size-5 shrink-0 max-[24rem]:hidden" />
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

function groupByCategory(numbers: readonly UsefulNumber[]): Map<string, UsefulNumber[]> {
  const groups = new Map<string, UsefulNumber[]>();
  for (const number of numbers) {
    groups.set(number.category, [...(groups.get(number.category) ?? []), number]);
  }
  return groups;
}
