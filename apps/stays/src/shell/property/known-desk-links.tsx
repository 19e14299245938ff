import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { readKnownDesk } from '@/server/session/desk-cookie';
import { Desk } from './desk';

/**
 * The desk that this browser was shown last, by name, for a page that knows no property. Not for a page that is cached:
 * this depends on the reader.
 */
export async function KnownDeskLinks() {
  const desk = readKnownDesk({ headers: await headers() });
  if (desk === null || (desk.phone === null && desk.whatsapp === null)) {
    return null;
  }
  const t = await getTranslations('Property');
  return (
    <section className="border-line border-t pt-4">
      <h2 className="wrap-anywhere mb-3 text-center font-semibold">{t('deskOf', { property: desk.name })}</h2>
      <Desk contacts={desk} />
    </section>
  );
}
