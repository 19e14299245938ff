'use client';

import { Toast } from '@base-ui/react/toast';
import type { FormAction, FormState } from '@gudbro/api-kit';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useOptimistic, useRef, useState, useTransition } from 'react';
import { dropDraft } from '@/shell/form/draft';
import { isUnheard, sendForm } from '@/shell/form/send-form';
import { toForm } from '@/shell/form/to-form';
import { useDone } from '@/shell/form/use-done';
import { applyLeft, findNewer, type Left, leaveThings } from './acts';
import type { Things } from './bars';
import { applyMoves, type Move } from './moves';
import type { Block } from './queries';
import { draftKeyOfMove } from './use-typed-move';

/** The version of a stay or block by which it is changed now: as it was read, or as an act since then left it. */
type VersionOf = (id: string, read: string | undefined) => string;

type Sent = {
  action: FormAction;
  /** What the form says, asked for once the acts before it are done. */
  values: (versionOf: VersionOf) => Record<string, string>;
  /** What is shown at once, and put back where the act is refused. */
  moves?: readonly Move[];
  block?: Block;
};

type ActsOptions = {
  slug: string;
  things: Things;
  tellWarnings: (json: string) => string[];
  /** Shows the form again by which a stay was moved, if it was by one. */
  reopenForm: (refused: Refused) => boolean;
};

/** A stay whose move was refused, and why. */
export type Refused = { id: string; why: string };

export type Send = (sent: Sent) => void;

/**
 * What is done in the calendar. It is shown before the server has answered, with one call, which also brings the calendar as it
 * is then. Where it is refused, the calendar shows again what is, and a message says why, or the form by which it was done. Who is quick does the next thing to the
 * same stay meanwhile: it is sent after the one before, at the version that this one left.
 */
export function useActs({ slug, things, tellWarnings, reopenForm }: ActsOptions): {
  things: Things;
  send: Send;
} {
  const t = useTranslations('Calendar');
  const router = useRouter();
  const finish = useDone();
  const { add } = Toast.useToastManager();
  const [, startTransition] = useTransition();
  // What was done here. What was read before it may come after it.
  const [left, setLeft] = useState<Left>(new Map());
  const latestLeft = useRef(left);
  const settled = useMemo(() => applyLeft(things, left), [things, left]);
  const [shown, show] = useOptimistic(settled, applySent);
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());

  const sendNext = async ({ action, values, moves = [], block }: Sent): Promise<FormState> => {
    const form = values((id, read = '') => findNewer(read, latestLeft.current.get(id)?.version));
    const result = await sendForm(action, toForm({ place: slug, ...form }));
    if (result?.ok === true) {
      // The function of the database wrote the versions, and `actions.ts` passed them on.
      const versions = JSON.parse(result.shown?.['versions'] ?? '{}');
      latestLeft.current = leaveThings(latestLeft.current, versions, moves, block);
      setLeft(latestLeft.current);
    }
    return result;
  };
  const send: Send = (sent) => {
    startTransition(async () => {
      show(sent);
      const sending = lastSent.current.then(() => sendNext(sent));
      // The next act waits for this one, also for one that throws, which it does below.
      lastSent.current = sending.catch(() => null);
      const result = await sending;
      const [first] = sent.moves ?? [];
      if (result?.ok === true) {
        finish(result);
        for (const { id } of sent.moves ?? []) {
          dropDraft(draftKeyOfMove(slug, id));
        }
        for (const title of tellWarnings(result.shown?.['warnings'] ?? '[]')) {
          add({ title });
        }
        return;
      }
      const key = `refused_${nameRefusal(result)}`;
      // A refusal without words of its own gets the general ones.
      const why = t.has(key as never) ? t(key as never) : t('refused_internal');
      if (first === undefined || !reopenForm({ id: first.id, why })) {
        add({ title: why, priority: 'high' });
      }
      if (!isUnheard(result)) {
        router.refresh();
      }
    });
  };
  return { things: shown, send };
}

function applySent(things: Things, { moves = [], block }: Pick<Sent, 'moves' | 'block'>): Things {
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
