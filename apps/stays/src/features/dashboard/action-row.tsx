import { Icon, type IconName } from '@gudbro/ui/icon';
import type { ReactNode } from 'react';
import { type Action, actionProps } from '@/client/action';

type ActionRowProps = {
  icon: IconName;
  action: Action;
  /** The guest can start the action, but has to be verified before it is sent. */
  isLocked?: boolean;
  children: ReactNode;
};

/** A button of full width for one action. */
export function ActionRow({ icon, action, isLocked = false, children }: ActionRowProps) {
  return (
    <button
      type="button"
      {...actionProps(action)}
      className="-mx-2 flex min-h-14 w-[calc(100%+1rem)] items-center gap-3 rounded-xl px-2 text-left hover:bg-sunken focus-visible:-outline-offset-3"
    >
      <Icon name={icon} className="size-5 shrink-0 text-accent" />
      <span className="wrap-anywhere grow font-semibold leading-snug">{children}</span>
      <Icon name={isLocked ? 'lock' : 'arrow'} className="size-5 shrink-0 text-ink-soft" />
    </button>
  );
}
