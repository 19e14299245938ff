import 'server-only';
import { getFormatter, getTranslations } from 'next-intl/server';

export type KilledSign = { id: string; date: string; place: string };

type PrintedSign = { id: string; printedAt: string; hangsAt: string; diedAt: string | null };

/** What of this paper still works, as a person reads it. Paper that is dead already is not killed again. */
export async function nameKilledSigns(signs: readonly PrintedSign[]): Promise<KilledSign[]> {
  const [t, format] = await Promise.all([getTranslations('KilledSigns'), getFormatter()]);
  return signs
    .filter(({ diedAt }) => diedAt === null)
    .map(({ id, printedAt, hangsAt }) => ({
      id,
      date: format.dateTime(new Date(printedAt), { dateStyle: 'long' }),
      place: hangsAt === '' ? t('inRoom') : hangsAt,
    }));
}
