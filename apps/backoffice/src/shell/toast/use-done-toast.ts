'use client';

import { Toast } from '@base-ui/react/toast';
import type { ActionDone } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { toForm } from '../form/to-form';
import { usePlaceSlug } from '../place/place-context';
import { undoChangeAction } from './undo-change-action';

/** Shows what an action did, and offers to undo it where it can be undone. */
export function useDoneToast(): (done: ActionDone) => void {
  const t = useTranslations('Done');
  const shell = useTranslations('Shell');
  const place = usePlaceSlug();
  const { add, close } = Toast.useToastManager();
  return useCallback(
    ({ done, changeId }: ActionDone) => {
      if (done === undefined) {
        return;
      }
      // The keys are those that the actions return.
      const title = t.has(done as never) ? t(done as never) : t('saved');
      const id = add({
        title,
        ...(changeId === undefined
          ? {}
          : {
              actionProps: {
                children: shell('undo'),
                onClick: async () => {
                  close(id);
                  const undone = await undoChangeAction(null, toForm({ place, changeId }));
                  add({ title: undone?.ok === true ? t('undone') : t('notUndone') });
                },
              },
            }),
      });
    },
    [add, close, place, shell, t],
  );
}
