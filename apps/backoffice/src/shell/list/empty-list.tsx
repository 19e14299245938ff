import { Icon, type IconName } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { ChapterId } from '../guide/chapter-ids';
import { PendingBar } from '../place/pending-bar';

type EmptyListProps = {
  icon: IconName;
  title: string;
  text: string;
  /** The chapter of the guide that says how to begin. */
  guide?: { place: string; chapter: ChapterId };
  children?: ReactNode;
};

/** Shown where a list has nothing: what belongs here, and how to begin. */
export function EmptyList({ icon, title, text, guide, children }: EmptyListProps) {
  return (
    <section className="rounded-2xl border border-field-line border-dashed p-6 sm:p-8">
      <Icon name={icon} className="mb-3 size-8 text-accent" />
      <h2 className="font-display text-xl leading-snug">{title}</h2>
      <p className="mt-1 max-w-prose text-pretty text-ink-soft leading-relaxed">{text}</p>
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
      {guide && <GuideLink {...guide} />}
    </section>
  );
}

async function GuideLink({ place, chapter }: { place: string; chapter: ChapterId }) {
  const t = await getTranslations('List');
  return (
    <Link
      href={`/p/${place}/help/${chapter}`}
      prefetch={false}
      className="mt-3 -mb-3 inline-flex min-h-12 items-center gap-2 font-semibold text-accent underline underline-offset-4"
    >
      <Icon name="book" className="size-5 shrink-0" />
      {t('guide')}
      <PendingBar />
    </Link>
  );
}
