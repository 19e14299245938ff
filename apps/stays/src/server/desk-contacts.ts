import { formatPhone } from './format-phone';

/** How a property's desk is reached at once, also by a guest who may see nothing else of the property. */
export type DeskContacts = { phone: string | null; whatsapp: string | null };

type PropertyContacts = { contactPhone: string | null; contactWhatsapp: string | null };

/**
 * The desk's numbers as guests read them. Formatted here, on the server, because the list of all countries' formats is too
 * large for a phone's first visit.
 */
export function deskContactsOf({ contactPhone, contactWhatsapp }: PropertyContacts): DeskContacts {
  return {
    phone: contactPhone === null ? null : formatPhone(contactPhone),
    whatsapp: contactWhatsapp === null ? null : formatPhone(contactWhatsapp),
  };
}
