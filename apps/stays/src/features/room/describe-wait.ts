import { getTranslations } from 'next-intl/server';
import { roundWait } from './round-wait';

/** "3 minutes", in the reader's language. */
export async function describeWait(seconds: number): Promise<string> {
  const t = await getTranslations('Refusal');
  const { unit, count } = roundWait(seconds);
  const waits = {
    seconds: t('seconds', { count }),
    minutes: t('minutes', { count }),
    hours: t('hours', { count }),
  };
  return waits[unit];
}
