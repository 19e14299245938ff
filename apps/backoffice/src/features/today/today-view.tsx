import { Icon } from '@gudbro/ui/icon';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { PendingBar } from '@/shell/place/pending-bar';
import type { SetUp } from './queries';

/** In the order in which a new owner does them, each with its screen. */
const steps = [
  { key: 'rooms', path: 'rooms' },
  { key: 'wifi', path: 'settings/wifi' },
  { key: 'signs', path: 'sheets' },
  { key: 'contact', path: 'settings/place' },
  { key: 'rules', path: 'texts' },
  { key: 'services', path: 'catalogue' },
  { key: 'numbers', path: 'numbers' },
] as const satisfies readonly { key: keyof SetUp; path: string }[];

type TodayViewProps = { place: Place; setUp: SetUp; now: Date };

/** The first screen of a place: what it lacks before its guests are served well. Arrivals and orders will stand here. */
export async function TodayView({ place, setUp, now }: TodayViewProps) {
  const [t, format] = await Promise.all([getTranslations('Today'), getFormatter()]);
  const open = steps.filter(({ key }) => !setUp[key]).length;
  const day = format.dateTime(now, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: place.timezone,
  });
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle', { place: place.name })}</title>
      <PageHeader title={t('heading')} description={day} />
      <section aria-labelledby="set-up" className="rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
        <h2 id="set-up" className="font-display text-xl">
          {open === 0 ? t('ready') : t('open', { count: open })}
        </h2>
        <ul className="mt-3 divide-y divide-line">
          {steps.map(({ key, path }) => (
            <li key={key}>
              <Link
                href={`/p/${place.slug}/${path}`}
                prefetch={false}
                className="flex min-h-14 items-center gap-3 py-2 hover:underline"
              >
                <span
                  className={`grid size-8 shrink-0 place-items-center rounded-full ${setUp[key] ? 'bg-accent text-accent-ink' : 'border-2 border-field-line'}`}
                >
                  {setUp[key] && <Icon name="check" className="size-5" />}
                </span>
                <span className="min-w-0 grow">
                  <span className="block font-semibold">{t(`step_${key}`)}</span>
                  <span className="block text-ink-soft text-sm">
                    {setUp[key] ? t('done') : t(`why_${key}`)}
                  </span>
                </span>
                <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />
                <PendingBar />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
