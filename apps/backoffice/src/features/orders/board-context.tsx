'use client';

import type { FormState } from '@gudbro/api-kit';
import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useState,
  useTransition,
} from 'react';
import { FormProblem } from '@/shell/form/form-problem';
import { isUnheard, sendForm } from '@/shell/form/send-form';
import { useDone } from '@/shell/form/use-done';
import { takeStepAction } from './actions';
import type { Limits } from './urgency';
import { useServerNow } from './use-server-now';

type Board = {
  place: string;
  limits: Limits;
  nowMs: number;
  /** The orders whose step is on its way. */
  busy: ReadonlySet<string>;
  takeStep: (form: FormData, onDone?: () => void) => void;
  /** What a form that is sent without a script runs. */
  fallback: (form: FormData) => void;
};

const BoardContext = createContext<Board | null>(null);

type BoardProviderProps = { place: string; limits: Limits; renderedAtMs: number; children: ReactNode };

/**
 * Takes the steps of all orders of a screen. Their cards cannot: a card has moved to another column when the answer comes, and
 * what was said in it would be lost.
 */
export function BoardProvider({ place, limits, renderedAtMs, children }: BoardProviderProps) {
  const [sent, fallback] = useActionState(takeStepAction, null);
  const [problem, setProblem] = useState<FormState>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [moved, setMoved] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const router = useRouter();
  const finish = useDone();
  useEffect(() => keepFocus(moved), [moved]);

  const takeStep = (form: FormData, onDone?: () => void) => {
    const id = String(form.get('id'));
    if (busy.has(id)) {
      return;
    }
    setBusy((before) => new Set(before).add(id));
    setMoved(null);
    startTransition(async () => {
      const result = await sendForm(takeStepAction, form);
      startTransition(() => {
        setBusy((before) => new Set([...before].filter((one) => one !== id)));
        setProblem(result?.ok === false ? result : null);
        setMoved(id);
      });
      if (result?.ok === true) {
        onDone?.();
        finish(result);
      } else if (!isUnheard(result)) {
        // Somebody else was faster, or the guest: the board shows how it is now.
        router.refresh();
      }
    });
  };
  return (
    <BoardContext value={{ place, limits, nowMs: useServerNow(renderedAtMs), busy, takeStep, fallback }}>
      <div className="space-y-4 empty:hidden">
        <FormProblem state={problem ?? sent} />
      </div>
      {children}
    </BoardContext>
  );
}

/** Moves the focus to the order whose button went away with its column, so that the keys go on from there. */
function keepFocus(id: string | null): void {
  if (id !== null && document.activeElement === document.body) {
    document.getElementById(`order-${id}`)?.focus({ preventScroll: true });
  }
}

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) {
    throw new Error('What takes steps stands in a BoardProvider.');
  }
  return board;
}
