import { Icon } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';

/** A line about an hour of a stay that the desk has to know of. */
export function HourNote({ children }: { children: ReactNode }) {
  return (
    <span className="mt-1 flex items-center gap-1.5 font-medium">
      <Icon name="clock" className="size-4 shrink-0 text-accent" />
      {children}
    </span>
  );
}
