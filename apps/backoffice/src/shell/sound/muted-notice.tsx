'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useSoundOfWindow } from './sound-context';

/**
 * Says that the browser has muted the sound that the person has switched on, on every screen. Any touch of the page unmutes it, and
 * takes this away: it lies over the page, so that nothing moves away from under the touch.
 */
export function MutedNotice() {
  const t = useTranslations('Shell');
  const { isMuted, unmute } = useSoundOfWindow();
  return (
    isMuted && (
      <div className="fixed top-18 right-4 left-4 z-10 mx-auto max-w-md rounded-2xl shadow-lift print:hidden">
        <Notice tone="danger" icon="bell" role="alert">
          {t('muted')}{' '}
          <button type="button" onClick={unmute} className="min-h-12 cursor-pointer font-semibold underline">
            {t('unmute')}
          </button>
        </Notice>
      </div>
    )
  );
}
