import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type NoticeTone = 'info' | 'danger';

type NoticeProps = {
  tone?: NoticeTone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
  /** `alert` for a notice that appears after an action; none for one that the page has from the start. */
  role?: 'alert' | 'status';
};

const looks: Record<NoticeTone, string> = {
  info: 'bg-sunken text-ink',
  danger: 'bg-danger-surface text-danger',
};

/** A short text in a coloured box, for information or for an error. */
export function Notice({ tone = 'info', icon = 'info', title, children, role }: NoticeProps) {
  return (
    <div role={role} className={`flex gap-3 rounded-2xl p-4 leading-snug ${looks[tone]}`}>
      <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
      <div className="wrap-anywhere min-w-0">
        {title && <p className="mb-0.5 text-balance font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
