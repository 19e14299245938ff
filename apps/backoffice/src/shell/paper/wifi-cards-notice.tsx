import { Notice } from '@gudbro/ui/notice';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { WifiCard } from './list-wifi-cards';

/** Before a network is changed: how many printed cards show it, and from which day they are. */
export async function WifiCardsNotice({ cards }: { cards: readonly WifiCard[] }) {
  const [t, format] = await Promise.all([getTranslations('WifiCards'), getFormatter()]);
  if (cards.length === 0) {
    return null;
  }
  const groups = new Map<string, { network: string; date: string; count: number }>();
  for (const { network, printedAt } of cards) {
    const date = format.dateTime(new Date(printedAt), { dateStyle: 'long' });
    const key = JSON.stringify([network, date]);
    groups.set(key, { network: network ?? '', date, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return (
    <Notice title={t('title')}>
      <p>{t('text')}</p>
      <ul className="mt-2 list-disc pl-5">
        {[...groups].map(([key, group]) => (
          <li key={key} className="wrap-anywhere">
            {t('printed', group)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
