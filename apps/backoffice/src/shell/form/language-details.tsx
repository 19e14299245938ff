import { type Locale, localeNames } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';

type LanguageDetailsProps = {
  locale: Locale;
  /** A link with this fragment opens it. */
  id?: string;
  isComplete: boolean;
  /** How much is there. */
  status: string;
  children: ReactNode;
};

/** One language of several: its name and how much is translated, and what it has once it is opened. */
export function LanguageDetails({ locale, id, isComplete, status, children }: LanguageDetailsProps) {
  return (
    <details id={id} className="group">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span lang={locale} className="wrap-anywhere min-w-0 grow font-semibold">
          {localeNames[locale]}
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-sm">
          <Icon name={isComplete ? 'check' : 'info'} className="size-4 shrink-0 text-accent" />
          {status}
        </span>
        <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}
