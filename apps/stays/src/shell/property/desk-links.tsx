import { buttonClass } from '@gudbro/ui/button';
import { Icon, type IconName } from '@gudbro/ui/icon';
import type { DeskContacts } from '@/server/desk-contacts';
import { phoneLink, whatsappLink } from './contact-links';

export type DeskLinksProps = {
  contacts: DeskContacts;
  labels: { call: string; whatsapp: string };
  /** Without the numbers, where the page under it shows them. */
  isCompact?: boolean;
};

/** The ways to the desk, to be put wherever a text sends the guest there. Calling needs no internet. */
export function DeskLinks({ contacts: { phone, whatsapp }, labels, isCompact = false }: DeskLinksProps) {
  if (phone === null && whatsapp === null) {
    return null;
  }
  return (
    <div className="flex flex-wrap gap-2">
      {phone !== null && (
        <DeskLink
          icon="phone"
          label={labels.call}
          number={isCompact ? null : phone}
          href={phoneLink(phone)}
        />
      )}
      {whatsapp !== null && (
        <DeskLink
          icon="chat"
          label={labels.whatsapp}
          number={isCompact ? null : whatsapp}
          href={whatsappLink(whatsapp)}
        />
      )}
    </div>
  );
}

type DeskLinkProps = { icon: IconName; label: string; number: string | null; href: string };

function DeskLink({ icon, label, number, href }: DeskLinkProps) {
  // As wide as the words, so that they stay on one line: two that have no room beside each other stand below each other.
  const width = number === null ? '' : 'basis-36';
  return (
    <a href={href} rel="noreferrer" className={buttonClass('secondary', `grow ${width}`)}>
      <Icon name={icon} className="size-5 shrink-0 text-accent" />
      <span className="min-w-0 text-left">
        <span className="block">{label}</span>
        {number !== null && (
          <span translate="no" className="block whitespace-nowrap font-normal text-ink-soft text-sm">
            {number}
          </span>
        )}
      </span>
    </a>
  );
}
