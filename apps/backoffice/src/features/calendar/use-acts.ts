'use client';

import { Toast } from '@base-ui/react/toast';
import type { FormAction, FormState } from '@gudbro/api-kit';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useOptimistic, useState, useTransition } from 'react';
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
  /** When the page was read. */
  readAt: string;
  onMoved: (moves: readonly Move[]) => void;
  tellWarnings: (json: string) => string[];
};

export type Send = (sent: Sent) => void;

/**
 * What is done in the calendar. It is shown before the server has answered, with one call, which also brings the calendar as it
 * is then. Where it is refused, the calendar shows again what is, and a message says why.
 */
export function useActs({ slug, things, readAt, onMoved, tellWarnings }: ActsOptions): {
  things: Things;
  send: Send;
} {
  const t = useTranslations('Calendar');
  const router = useRouter();
  const finish = useDone();
  const { add } = Toast.useToastManager();
  const [, startTransition] = useTransition();
  // What was done since the page was read: the page that has it may come a moment after the result.
  const [done, setDone] = useState<{ readAt: string; changes: readonly Change[] }>({ readAt, changes: [] });
  const settled = useMemo(
    () => (done.readAt === readAt ? done.changes.reduce(applyChange, things) : things),
    [done, readAt, things],
  );
  const [shown, show] = useOptimistic(settled, applyChange);
  const send: Send = ({ action, values, moves = [], block }) => {
    startTransition(async () => {
      const change: Change = { moves, ...(block === undefined ? {} : { block }) };
      show(change);
      const result = await sendForm(action, toForm({ place: slug, ...values }));
      if (result?.ok === true) {
        setDone((before) => ({
          readAt,
          changes: before.readAt === readAt ? [...before.changes, change] : [change],
        }));
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
