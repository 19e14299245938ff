import { Icon } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';

type PhoneFoldProps = {
  summary: string;
  isOpen: boolean;
  /** Stands at the end of the line. */
  mark?: ReactNode;
  children: ReactNode;
};

/**
 * Content that a phone folds behind one line, so that what is needed most begins on its first screen. A wide window shows it
 * always and without the line, where the browser can open it so: its children are then children of what is around.
 */
export function PhoneFold({ summary, isOpen, mark, children }: PhoneFoldProps) {
  return (
    <details
      open={isOpen}
      className="group max-sm:col-span-full sm:contents sm:details-content:contents sm:details-content:[content-visibility:visible]"
    >
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-semibold sm:col-span-full sm:supports-[selector(::details-content)]:hidden [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
        {summary}
        {mark}
      </summary>
      {children}
    </details>
  );
}
