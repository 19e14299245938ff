import { ButtonLink } from '@gudbro/ui/button-link';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { BackToPlace } from '@/shell/frame/back-to-place';
import { ClientTexts } from '@/shell/place/client-texts';
import { formatSetupPath, numberOfStep, previousStep, type SetupStep, setupSteps } from './steps';

type SetupLayoutProps = {
  step: SetupStep;
  /** Null before the place is made. */
  slug: string | null;
  /** Another place of the person, to go back to before this one is made. */
  back?: Place | null;
  /** The number of the step that is next: those before it have been taken. */
  reached: number;
  heading: string;
  intro: string;
  children: ReactNode;
};

/** What every step stands in: how far it is, the way back, and the way out. */
export async function SetupLayout({
  step,
  slug,
  back = null,
  reached,
  heading,
  intro,
  children,
}: SetupLayoutProps) {
  const t = await getTranslations('Setup');
  const before = previousStep(step);
  return (
    <div className="mx-auto max-w-xl">
      <title>{`${heading} · ${t('pageTitle')}`}</title>
      <BackToPlace place={back} />
      <Progress step={step} slug={slug} reached={reached} />
      <h1 className="text-balance font-display text-4xl leading-tight sm:mt-4">{heading}</h1>
      <p className="mt-2 mb-7 text-pretty text-ink-soft leading-relaxed">{intro}</p>
      <ClientTexts>{children}</ClientTexts>
      {slug !== null && (
        <nav className="mt-8 flex flex-wrap items-center gap-3 border-line border-t pt-6">
          {before !== null && (
            <ButtonLink href={formatSetupPath(slug, before)} variant="secondary">
              {t('back')}
            </ButtonLink>
          )}
          <ButtonLink href={`/p/${slug}`} variant="quiet">
            {t('later')}
          </ButtonLink>
          <p className="text-ink-soft text-sm">{t('laterHint')}</p>
        </nav>
      )}
    </div>
  );
}

async function Progress({ step, slug, reached }: Pick<SetupLayoutProps, 'step' | 'slug' | 'reached'>) {
  const t = await getTranslations('Setup');
  return (
    <nav aria-label={t('steps')}>
      <p className="mb-2 text-ink-soft text-sm">{t('stepOf', { number: numberOfStep(step) })}</p>
      <ol className="grid grid-cols-6 gap-1.5">
        {setupSteps.map((one) => {
          const isDone = numberOfStep(one) < reached;
          const isOpen = slug !== null && numberOfStep(one) <= reached && one !== step;
          const bar = one === step || isDone ? 'bg-accent' : 'bg-line';
          const name = (
            <>
              <span className={`mb-1 block h-1.5 rounded-full ${bar}`} />
              <span className="sr-only sm:not-sr-only">{t(`step_${one}`)}</span>
            </>
          );
          return (
            <li key={one} className="min-w-0 text-sm" aria-current={one === step ? 'step' : undefined}>
              {isOpen ? (
                <Link
                  href={formatSetupPath(slug, one)}
                  prefetch={false}
                  className="block min-h-12 text-accent underline underline-offset-4"
                >
                  {name}
                </Link>
              ) : (
                <span className={`block min-h-12 ${one === step ? 'font-semibold' : 'text-ink-soft'}`}>
                  {name}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
