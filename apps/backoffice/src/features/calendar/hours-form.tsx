'use client';

import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { setHoursAction } from './in-house-actions';
import type { Stay } from './queries';

type HoursFormProps = { slug: string; stay: Stay; onDone: () => void };

/** An arrival before the usual hour, a departure after it: the room is held for both. */
export function HoursForm({ slug, stay, onDone }: HoursFormProps) {
  const t = useTranslations('Calendar');
  const { state, isPending, form } = useOneTap(setHoursAction, onDone);
  return (
    <form {...form} className="space-y-4 border-line border-t pt-5">
      <input type="hidden" name="place" value={slug} />
      <input type="hidden" name="id" value={stay.id} />
      <input type="hidden" name="version" value={stay.version} />
      <div>
        <h3 className="font-display text-xl">{t('hoursHeading')}</h3>
        <p className="mt-1 text-ink-soft text-sm leading-snug">{t('hoursHint')}</p>
      </div>
      <div className="grid grid-cols-1 gap-3 min-[24rem]:grid-cols-2">
        <TextField
          label={t('earlyLabel')}
          name="earlyFrom"
          type="time"
          defaultValue={stay.earlyFrom?.slice(0, 5) ?? ''}
          readOnly={stay.status === 'checked_in'}
        />
        <TextField
          label={t('lateLabel')}
          name="lateUntil"
          type="time"
          defaultValue={stay.lateUntil?.slice(0, 5) ?? ''}
        />
      </div>
      <FormProblem state={state} />
      <Button
        type="submit"
        variant="secondary"
        aria-disabled={isPending}
        className="w-full cursor-pointer sm:w-auto"
      >
        {t('holdRoom')}
      </Button>
    </form>
  );
}
