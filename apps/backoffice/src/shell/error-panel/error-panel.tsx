import { Icon, type IconName } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';

type ErrorPanelProps = {
  icon: IconName;
  /** Also the document's title. */
  title: string;
  text: string;
  /** Buttons and links: what the person can do now. */
  children: ReactNode;
};

/** Shown instead of a page that cannot be shown: what happened, and what to do now. */
export function ErrorPanel({ icon, title, text, children }: ErrorPanelProps) {
  return (
    <section className="mx-auto w-full max-w-xl rounded-2xl bg-surface p-6 shadow-lift sm:mt-8 sm:p-10">
      <title>{title}</title>
      <div className="mb-5 grid size-14 place-items-center rounded-full bg-canvas text-accent">
        <Icon name={icon} className="size-7" />
      </div>
      <h1 className="text-balance font-display text-3xl leading-tight">{title}</h1>
      <p className="mt-3 text-pretty text-ink-soft leading-relaxed">{text}</p>
      <div className="mt-7 flex flex-wrap gap-3">{children}</div>
    </section>
  );
}
