'use client';

import { Toast } from '@base-ui/react/toast';
import type { ActionDone, FormState } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isUnheard, sendForm } from '../form/send-form';
import { toForm } from '../form/to-form';
import { usePlaceSlug } from '../place/place-context';
import { undoChangeAction } from './undo-change-action';

function findReason(state: FormState): string {
  return state?.ok === false && 'reason' in state ? (state.reason ?? '') : '';
}

/** Shows what an action did, and offers to undo it where it can be undone. */
export function useDoneToast(): (done: ActionDone) => void {
  const t = useTranslations('Done');
  const shell = useTranslations('Shell');
  const errors = useTranslations('FormErrors');
  const place = usePlaceSlug();
  const { add, close } = Toast.useToastManager();
  return useCallback(
    ({ done, changeId }: ActionDone) => {
      if (done === undefined) {
        return;
      }
      // The keys are those that the actions return.
      const title = t.has(done as never) ? t(done as never) : t('saved');
      if (changeId === undefined) {
        add({ title });
        return;
      }
      const describeRefusal = (refused: FormState): string => {
        const reason = findReason(refused);
        if (reason === 'undone_already') {
          return t('undoneAlready');
        }
        return reason !== 'changed_meanwhile' && errors.has(reason as never)
          ? `${t('notUndoneShort')} ${errors(reason as never)}`
          : t('notUndone');
      };
      let isSent = false;
      const undo = async () => {
        // A second tap, while the first has no answer yet.
        if (isSent) {
          return;
        }
        isSent = true;
        close(shownId);
        const undone = await sendForm(undoChangeAction, toForm({ place, changeId }));
        if (undone?.ok === false && isUnheard(undone)) {
          isSent = false;
          shownId = offerUndo(t(undone.error === 'unavailable' ? 'undoUnanswered' : 'undoSignedOut'));
        } else {
          add({ title: undone?.ok === true ? t('undone') : describeRefusal(undone) });
        }
      };
      const offerUndo = (said: string) =>
        add({ title: said, actionProps: { children: shell('undo'), onClick: undo } });
      let shownId = offerUndo(title);
    },
    [add, close, errors, place, shell, t],
  );
}
