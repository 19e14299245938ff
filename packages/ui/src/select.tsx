import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';

/** A choice from a list, without its label. Its arrow is ours: some browsers put their own at the very edge. */
export function Select(select: Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <div className="relative">
      <select
        {...select}
        className="min-h-12 w-full appearance-none rounded-xl border border-field-line bg-surface pr-11 pl-4 text-base text-ink aria-invalid:border-2 aria-invalid:border-danger"
      />
      <Icon
        name="chevron"
        className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-ink-soft"
      />
    </div>
  );
}
