'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { DateInput } from '@/shell/form/fields';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { closeRoomAction } from './actions';

/** From when the room of a report is closed, and until when that is known. The form goes away once it is. */
export function CloseRoomForm({ place, id, today }: { place: string; id: string; today: string }) {
  const t = useTranslations('Reports');
  const { state, isPending, form } = useOneTap(closeRoomAction);
  return (
    <form {...form} className="space-y-4">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <DateInput name="from" label={t('closedFrom')} required min={today} defaultValue={today} />
      <DateInput name="until" label={t('closedUntil')} hint={t('closedUntilHint')} min={today} />
      <FormProblem state={state} />
      <Button type="submit" variant="secondary" aria-disabled={isPending} className="cursor-pointer">
        {t('closeRoom')}
      </Button>
    </form>
  );
}
