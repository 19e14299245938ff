import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { DocumentStatus } from './document-schemas';

const looks: Record<DocumentStatus, { icon: IconName; className: string }> = {
  pending: { icon: 'clock', className: 'bg-lamp font-semibold text-lamp-ink' },
  verified: { icon: 'check', className: 'bg-sunken text-ink' },
  rejected: { icon: 'close', className: 'border border-danger text-danger' },
};

/** The status of a document, by icon, word and colour. */
export async function StatusTag({ status }: { status: DocumentStatus }) {
  const t = await getTranslations('Documents');
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
