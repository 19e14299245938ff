import { getTranslations } from 'next-intl/server';
import type { DeskContacts } from '@/server/desk-contacts';
import { DeskLinks } from './desk-links';

type DeskProps = { contacts: DeskContacts; isCompact?: boolean };

/** `DeskLinks` on a page that the server renders. */
export async function Desk({ contacts, isCompact = false }: DeskProps) {
  const t = await getTranslations('Property');
  return (
    <DeskLinks
      contacts={contacts}
      labels={{ call: t('callDesk'), whatsapp: t('whatsapp') }}
      isCompact={isCompact}
    />
  );
}
