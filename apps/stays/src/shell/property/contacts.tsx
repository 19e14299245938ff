import type { Property } from '@gudbro/guest-api/room-access';
import { Card } from '@gudbro/ui/card';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { formatPhone } from '@/server/format-phone';
import { mapLink, phoneLink, whatsappLink } from './contact-links';

type ContactsProps = {
  property: Pick<Property, 'name' | 'address' | 'contactPhone' | 'contactWhatsapp' | 'contactEmail'>;
};

type Contact = { icon: IconName; label: string; value: string; href: string };

/** All contacts of the property. The whole row is the link, so that it is easy to tap. */
export async function Contacts({ property }: ContactsProps) {
  const { name, address, contactPhone: phone, contactWhatsapp: whatsapp, contactEmail: email } = property;
  const t = await getTranslations('Property');
  const contacts: (Contact | null)[] = [
    phone ? { icon: 'phone', label: t('call'), value: formatPhone(phone), href: phoneLink(phone) } : null,
    whatsapp
      ? { icon: 'chat', label: t('whatsapp'), value: formatPhone(whatsapp), href: whatsappLink(whatsapp) }
      : null,
    email ? { icon: 'mail', label: t('email'), value: email, href: `mailto:${email}` } : null,
    address ? { icon: 'pin', label: t('map'), value: address, href: mapLink(name, address) } : null,
  ];
  const given = contacts.filter((contact) => contact !== null);
  if (given.length === 0) {
    return null;
  }
  return (
    <Card title={t('contact')} icon="bell">
      <ul className="-my-2 divide-y divide-line">
        {given.map((contact) => (
          <li key={contact.icon}>
            <ContactRow {...contact} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContactRow({ icon, label, value, href }: Contact) {
  return (
    <a
      href={href}
      rel="noreferrer"
      className="group -mx-2 flex min-h-14 items-center gap-4 rounded-xl px-2 py-2.5 hover:bg-sunken"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken text-accent group-hover:bg-surface">
        <Icon name={icon} />
      </span>
      <span className="min-w-0 grow leading-snug">
        <span className="block font-semibold">{label}</span>
        <span translate="no" className="wrap-anywhere block text-balance text-ink-soft text-sm">
          {value}
        </span>
      </span>
      <Icon name="arrow" className="size-5 shrink-0 text-ink-soft" />
    </a>
  );
}
