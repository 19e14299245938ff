/** A `tel:` link allows only digits and a leading plus, but owners type spaces, dots and brackets. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** WhatsApp links take the international number as digits only. */
export function whatsappLink(phone: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}`;
}

/** Opens the maps app on phones that have one, and a web page elsewhere. */
export function mapLink(name: string, address: string): string {
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: `${name}, ${address}` })}`;
}
