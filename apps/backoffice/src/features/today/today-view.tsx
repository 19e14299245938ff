import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { PendingBar } from '@/shell/place/pending-bar';
import type { SetUp } from './queries';
import { type SetUpStep, sortSetUpSteps } from './set-up-steps';
import { TodayFrame } from './today-frame';

type TodayViewProps = {
  place: Place;
  setUp: SetUp;
  now: Date;
  /** What of today needs a hand. */
  children: ReactNode;
};

/** The first screen of a place: the guests of today, and what the place lacks before they are served well. */
export async function TodayView({ place, setUp, now, children }: TodayViewProps) {
  const t = await getTranslations('Today');
  const { next, left, done } = sortSetUpSteps(setUp, place.role);
  const open = left.length + (next === null ? 0 : 1);
  return (
    <TodayFrame place={place} now={now}>
      {children}
      <section aria-labelledby="set-up" className="rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
        <h2 id="set-up" className="font-display text-xl">
          {open === 0 ? t('ready') : t('open', { count: open })}
        </h2>
        {next && <NextStep step={next} slug={place.slug} />}
        <ul className="mt-3 divide-y divide-line">
          {left.map((step) => (
            <Step key={step.key} step={step} slug={place.slug} isDone={false} />
          ))}
          {done.map((step) => (
            <Step key={step.key} step={step} slug={place.slug} isDone />
          ))}
        </ul>
      </section>
    </TodayFrame>
  );
}

type StepProps = { step: SetUpStep; slug: string };

/** The one step that stands out, so that nobody has to look for what to do. */
async function NextStep({ step, slug }: StepProps) {
  const t = await getTranslations('Today');
  return (
    <Link
      href={`/p/${slug}/${step.path}`}
      prefetch={false}
      className="mt-4 flex items-center gap-4 rounded-2xl bg-tag p-5 text-tag-ink hover:bg-tag-well"
    >
      <span className="min-w-0 grow">
        <span className="block text-sm text-tag-soft">{t('next')}</span>
        <span className="block font-display text-xl leading-snug">{t(`step_${step.key}`)}</span>
        <span className="mt-1 block text-pretty">{t(`why_${step.key}`)}</span>
      </span>
      <Icon name="arrow" className="size-6 shrink-0" />
      <PendingBar />
    </Link>
  );
}

async function Step({ step, slug, isDone }: StepProps & { isDone: boolean }) {
  const t = await getTranslations('Today');
  const { key, path } = step;
  const lines = (
    <>
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full ${isDone ? 'bg-accent text-accent-ink' : 'border-2 border-field-line'}`}
      >
        {isDone && <Icon name="check" className="size-5" />}
      </span>
      <span className="min-w-0 grow">
        <span className="block font-semibold">{t(`step_${key}`)}</span>
        <span className="block text-ink-soft text-sm">{isDone ? t('done') : t(`why_${key}`)}</span>
        {!isDone && path === null && <span className="block text-ink-soft text-sm">{t('notYours')}</span>}
      </span>
    </>
  );
  const row = 'flex min-h-14 items-center gap-3 py-2';
  return (
    <li>
      {path === null ? (
        <div className={row}>{lines}</div>
      ) : (
        <Link href={`/p/${slug}/${path}`} prefetch={false} className={`${row} hover:underline`}>
          {lines}
          <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />
          <PendingBar />
        </Link>
      )}
    </li>
  );
}
