'use client';

import { Toast } from '@base-ui/react/toast';
import type { FormAction, FormState } from '@gudbro/api-kit';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { sendForm } from '@/shell/form/send-form';
import { toForm } from '@/shell/form/to-form';
import { useDone } from '@/shell/form/use-done';
import type { Things } from './bars';
import { applyMoves, type Move } from './moves';
import type { Block } from './queries';

type Sent = {
  action: FormAction;
  values: Record<string, string>;
  /** What is shown at once, and put back where the act is refused. */
  moves?: readonly Move[];
  block?: Block;
};

type Change = Pick<Sent, 'moves' | 'block'>;

type ActsOptions = {
  slug: string;
  things: Things;
  onMoved: (moves: readonly Move[]) => void;
  tellWarnings: (json: string) => string[];
};

export type Send = (sent: Sent) => void;

/**
 * What is done in the calendar. It is shown before the server has answered, with one call, which also brings the calendar as it
 * is then. Where it is refused, the calendar shows again what is, and a message says why.
 */
export function useActs({ slug, things, onMoved, tellWarnings }: ActsOptions): {
  things: Things;
  send: Send;
} {
  const t = useTranslations('Calendar');
  const router = useRouter();
  const finish = useDone();
  const { add } = Toast.useToastManager();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(things, applyChange);
  const send: Send = ({ action, values, moves = [], block }) => {
    startTransition(async () => {
      show({ moves, ...(block === undefined ? {} : { block }) });
      const result = await sendForm(action, toForm({ place: slug, ...values }));
      if (result?.ok === true) {
        onMoved(moves);
        finish(result);
        for (const title of tellWarnings(result.shown?.['warnings'] ?? '[]')) {
          add({ title });
        }
        return;
      }
      const key = `refused_${nameRefusal(result)}`;
      // A refusal without words of its own gets the general ones.
      add({ title: t.has(key as never) ? t(key as never) : t('refused_internal'), priority: 'high' });
      router.refresh();
    });
  };
  return { things: shown, send };
}

function applyChange(things: Things, { moves = [], block }: Change): Things {
  return {
    ...things,
    stays: applyMoves(things.stays, moves),
    blocks:
      block === undefined ? things.blocks : things.blocks.map((one) => (one.id === block.id ? block : one)),
  };
}

function nameRefusal(state: FormState): string {
  if (state === null || state.ok) {
    return 'internal';
  }
  return 'reason' in state && state.reason !== undefined ? state.reason : state.error;
}
