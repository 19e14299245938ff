import { getTranslations } from 'next-intl/server';

/** What a source of bookings is called: our own in the reader's words, any other by its name. */
export async function sayOfSource(): Promise<(source: string) => string> {
  const t = await getTranslations('Booking');
  return (source) => (t.has(`source_${source}` as never) ? t(`source_${source}` as never) : source);
}
