import { Icon, type IconName } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';

type EmptyListProps = { icon: IconName; title: string; text: string; children?: ReactNode };

/** Shown where a list has nothing: what belongs here, and how to begin. */
export function EmptyList({ icon, title, text, children }: EmptyListProps) {
  return (
    <section className="rounded-2xl border border-field-line border-dashed p-6 sm:p-8">
      <Icon name={icon} className="mb-3 size-8 text-accent" />
      <h2 className="font-display text-xl leading-snug">{title}</h2>
      <p className="mt-1 max-w-prose text-pretty text-ink-soft leading-relaxed">{text}</p>
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
    </section>
  );
}
