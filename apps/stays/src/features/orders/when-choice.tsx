'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStayPage } from '@/shell/actions/session-context';
import { formatMinutes } from '@/shell/words/format-wait';
import { TimeSelects } from './time-selects';
import { useClockTime } from './use-clock-time';
import type { WantedTimes } from './use-wanted-times';

type WhenChoiceProps = {
  /** Null: now. */
  wantedAt: string | null;
  times: WantedTimes;
  onChange: (wantedAt: string | null) => void;
};

/** When the guest would like the order: now, in an hour, or at a time of their choice by the property's clock. */
export function WhenChoice({ wantedAt, times, onChange }: WhenChoiceProps) {
  const t = useTranslations('Cart');
  const { inAnHour, later } = times;
  // The chosen time can be the one in an hour.
  const [isChoosing, setIsChoosing] = useState(false);
  const isHour = wantedAt !== null && wantedAt === inAnHour && !isChoosing;
  const isLater = wantedAt !== null && !isHour;
  const clockTime = useClockTime();
  const [first] = later;
  const arrival = useArrival();
  if (wantedAt === null && inAnHour === null && first === undefined) {
    // There is nothing to choose.
    return null;
  }
  const choose = (time: string | null, isTimeChosen = false) => {
    setIsChoosing(isTimeChosen);
    onChange(time);
  };
  return (
    <fieldset className="mt-4 min-w-0">
      <legend className="mb-1.5 font-semibold">{t('when')}</legend>
      <div className="flex flex-wrap gap-2">
        <Choice label={t('now')} hint={arrival} isChosen={wantedAt === null} onChoose={() => choose(null)} />
        {inAnHour !== null && (
          <Choice
            label={t('inAnHour')}
            hint={clockTime(inAnHour)}
            isChosen={isHour}
            onChoose={() => choose(inAnHour)}
          />
        )}
        {(isLater || first !== undefined) && (
          <Choice
            label={t('chooseTime')}
            hint={isLater ? clockTime(wantedAt) : null}
            isChosen={isLater}
            onChoose={() => choose(first ?? wantedAt, true)}
          />
        )}
      </div>
      {isLater && <TimeSelects times={later} chosen={wantedAt} onChange={onChange} />}
    </fieldset>
  );
}

/** How long an order for now takes, if the property tells it. */
function useArrival(): string | null {
  const t = useTranslations('Delivery');
  const locale = useLocale();
  const { page } = useStayPage();
  return page.ordersArriveMinutes === null
    ? null
    : t('in', { duration: formatMinutes(page.ordersArriveMinutes, locale) });
}

type ChoiceProps = { label: string; hint: string | null; isChosen: boolean; onChoose: () => void };

function Choice({ label, hint, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-14 grow basis-[max(8rem,40%)] cursor-pointer items-center gap-3 rounded-xl border-2 border-line px-3 py-2 leading-snug has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input type="radio" name="when" checked={isChosen} onChange={onChoose} className="size-5 shrink-0" />
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {hint !== null && <span className="block text-ink-soft text-sm tabular-nums">{hint}</span>}
      </span>
    </label>
  );
}
