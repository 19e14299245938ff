import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { BookingStatus } from './queries';

const looks: Record<BookingStatus, { icon: IconName; className: string }> = {
  pending: { icon: 'bell', className: 'bg-lamp font-semibold text-lamp-ink' },
  confirmed: { icon: 'check', className: 'bg-sunken text-ink' },
  checked_in: { icon: 'key', className: 'bg-accent font-semibold text-accent-ink' },
  checked_out: { icon: 'arrow', className: 'text-ink-soft' },
  cancelled: { icon: 'close', className: 'text-ink-soft' },
  no_show: { icon: 'minus', className: 'text-ink-soft' },
};

/** The status of a booking, by icon, word and colour. */
export async function StatusTag({ status }: { status: BookingStatus }) {
  const t = await getTranslations('Bookings');
  const { icon, className } = looks[status];
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-lg px-2 py-1 text-sm ${className}`}
    >
      <Icon name={icon} className="size-4 shrink-0" />
      {t(`status_${status}`)}
    </span>
  );
}
