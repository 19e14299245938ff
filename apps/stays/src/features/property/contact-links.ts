/** `tel:` takes digits and a leading plus; people write spaces, dots and brackets. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** WhatsApp wants the international number in digits alone. */
export function whatsappLink(phone: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}`;
}

/** Opens the maps app on phones that have it, a web page elsewhere. Nothing is loaded before it is tapped. */
export function mapLink(name: string, address: string): string {
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: `${name}, ${address}` })}`;
}
