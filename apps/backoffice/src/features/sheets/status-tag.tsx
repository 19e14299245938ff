import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { SignStatus } from './register-queries';

const looks: Record<SignStatus, { icon: IconName; className: string }> = {
  good: { icon: 'check', className: 'text-ink-soft' },
  torn: { icon: 'wrench', className: 'bg-sunken font-semibold text-ink' },
  dead: { icon: 'info', className: 'bg-danger-surface font-semibold text-danger' },
  removed: { icon: 'history', className: 'text-ink-soft' },
};

/** How a sign is, by icon, word and colour. */
export async function StatusTag({ status }: { status: SignStatus }) {
  const t = await getTranslations('Register');
  const { icon, className } = looks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-lg px-2 py-1 text-sm ${className}`}>
      <Icon name={icon} className="size-4 shrink-0" />
      {t(`status_${status}`)}
    </span>
  );
}
