'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { markAllReadAction } from './actions';

export function MarkAllRead({ place }: { place: string }) {
  const t = useTranslations('Notifications');
  const { state, isPending, form } = useOneTap(markAllReadAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <FormProblem state={state} />
      <Button type="submit" variant="secondary" aria-disabled={isPending} className="cursor-pointer">
        <Icon name="check" className="size-5" />
        {t('markAll')}
      </Button>
    </form>
  );
}
