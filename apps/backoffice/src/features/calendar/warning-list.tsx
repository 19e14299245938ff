'use client';

import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import type { Warning } from './queries';
import type { Words } from './use-words';

/** What to look out for in the room of a stay on the days on which its guests change. */
export function WarningList({ warnings, words }: { warnings: readonly Warning[]; words: Words }) {
  const say = useWarnings(words);
  return warnings.map((warning) => (
    <Notice key={`${warning.kind} ${warning.bookingId} ${warning.neighbourId}`} icon="clock">
      {say(warning)}
    </Notice>
  ));
}

export function useWarnings(words: Words): (warning: Warning) => string {
  const t = useTranslations('Calendar');
  return ({ kind, guestName, day, until, from, roomId, bed }) =>
    t(`warning_${kind}`, {
      name: guestName,
      day: words.dayOf(day),
      time: (until ?? from ?? '').slice(0, 5),
      room: words.bedOf({ roomId, bed }),
    });
}
