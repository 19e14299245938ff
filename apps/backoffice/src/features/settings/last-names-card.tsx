import { Notice } from '@gudbro/ui/notice';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { LastNames } from './queries';

/** How well last names keep strangers out of this place's rooms, measured on its own guests of a year. */
export async function LastNamesCard({ names }: { names: LastNames }) {
  const [t, format] = await Promise.all([getTranslations('Settings'), getFormatter()]);
  if (names.rooms === 0) {
    return <Notice>{t('namesUnknown')}</Notice>;
  }
  if (!names.isEnough) {
    return <Notice>{t('namesTooFew', { guests: names.guests })}</Notice>;
  }
  const common = format.list(names.commonNames);
  return (
    <Notice tone={names.proposesPin ? 'danger' : 'info'} icon="key" title={t('namesTitle')}>
      {names.commonNames.length === 0
        ? t('namesNone', { guests: names.guests })
        : t('namesMeasured', { names: common, opened: names.roomsOpened, rooms: names.rooms })}
      {names.proposesPin && ` ${t('namesPin')}`}
    </Notice>
  );
}
