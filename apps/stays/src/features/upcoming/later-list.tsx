import { Card } from '@gudbro/ui/card';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatDay } from '@/shell/words/format-day';

type LaterListProps = { beginsOn: string; hasRoom: boolean; hasServices: boolean };

/** What this page will have once the stay has begun. */
export async function LaterList({ beginsOn, hasRoom, hasServices }: LaterListProps) {
  const [t, locale] = await Promise.all([getTranslations('Upcoming'), getLocale()]);
  const items: { icon: IconName; text: string }[] = [
    { icon: 'wifi', text: t('laterWifi') },
    ...(hasServices ? [{ icon: 'bell' as const, text: t('laterOrder') }] : []),
    { icon: 'wrench', text: t('laterReport') },
  ];
  return (
    <Card title={t('later')} icon="device">
      <ul className="space-y-3 leading-snug">
        {items.map(({ icon, text }) => (
          <li key={icon} className="flex gap-3">
            <Icon name={icon} className="mt-0.5 size-5 shrink-0 text-accent" />
            <span className="min-w-0 text-pretty">{text}</span>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Notice icon="clock">
          {t(hasRoom ? 'opensByItself' : 'opensWithRoom', { day: formatDay(beginsOn, locale) })}
        </Notice>
      </div>
    </Card>
  );
}
