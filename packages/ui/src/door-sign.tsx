import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type DoorSignProps = {
  /** Also the document's title. */
  title: string;
  icon: IconName;
  /** A line above the title, such as the name of the property. */
  overline?: string | undefined;
  children: ReactNode;
};

/** A page with one message, in the shape of a sign on a door handle. */
export function DoorSign({ title, icon, overline, children }: DoorSignProps) {
  return (
    <main className="mx-auto w-full max-w-md grow px-4 pt-[max(1.25rem,env(safe-area-inset-top))] sm:[@media(height>=28rem)]:pt-16">
      <title>{title}</title>
      <div className="overflow-hidden rounded-[2rem] bg-surface shadow-lift">
        <div className="bg-tag pt-3 pb-5">
          <p className="mb-2 text-center font-semibold text-sm text-tag-soft" translate="no">
            GudBro Stays
          </p>
          <div className="mx-auto grid size-20 place-items-center rounded-full bg-canvas text-accent ring-6 ring-tag-well">
            <Icon name={icon} className="size-8" />
          </div>
        </div>
        <div className="px-6 pt-6 pb-7">
          {overline && <p className="wrap-anywhere mb-1 text-center font-semibold text-accent">{overline}</p>}
          <h1 className="wrap-anywhere text-center font-display text-[1.75rem] leading-tight">{title}</h1>
          <div className="mt-3 space-y-4 text-pretty leading-normal [&>.text-center]:text-balance">
            {children}
          </div>
        </div>
      </div>
    </main>
  );
}
