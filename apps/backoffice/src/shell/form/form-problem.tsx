'use client';

import type { FormState } from '@gudbro/api-kit';
import { Notice } from '@gudbro/ui/notice';
import { useFormatter, useTranslations } from 'next-intl';
import { useScrollTo } from './use-scroll-to';

/** Why nothing was saved, and what to do now. The form below still has what was typed. */
export function FormProblem({ state }: { state: FormState }) {
  const t = useTranslations('FormErrors');
  const describeTakenBed = useTakenBedWords();
  const describeLaw = useLawWords();
  const notice = useScrollTo(state?.ok === false ? state : null);
  if (state === null || state.ok || isChangedMeanwhile(state)) {
    return null;
  }
  const reason = 'reason' in state && state.reason !== undefined ? state.reason : state.error;
  // A reason or code without words of its own gets the general ones.
  const text =
    describeTakenBed(state) ??
    describeLaw(state) ??
    (t.has(reason as never) ? t(reason as never) : t('internal'));
  return (
    <div ref={notice} className="scroll-my-24">
      <Notice tone="danger" role="alert">
        {text}
        {state.error === 'session_expired' && (
          <a href="/sign-in" target="_blank" rel="noopener" className="ml-2 font-semibold underline">
            {t('signIn')}
          </a>
        )}
      </Notice>
    </div>
  );
}

type Refused = Extract<FormState, { ok: false }>;

/** Says by whom a bed is taken, and in which days. Null where nothing of it is known. */
function useTakenBedWords() {
  const t = useTranslations('FormErrors');
  const format = useFormatter();
  const formatDay = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (state: Refused): string | null => {
    if (state.error !== 'conflict' || state.reason !== 'bed_is_taken' || state.obstacle === undefined) {
      return null;
    }
    const { guestName, from, until } = state.obstacle;
    const days = { from: formatDay(from), until: formatDay(until) };
    return guestName === undefined
      ? t('bed_is_taken_by_block', days)
      : t('bed_is_taken_by_stay', { guest: guestName, ...days });
  };
}

/** Says until when the law wants a document kept. Null where nothing of it is known. */
function useLawWords() {
  const t = useTranslations('FormErrors');
  const format = useFormatter();
  return (state: Refused): string | null =>
    state.error === 'conflict' && state.reason === 'document_is_kept_by_law' && state.until !== undefined
      ? t('document_is_kept_by_law_until', {
          until: format.dateTime(new Date(state.until), { dateStyle: 'long' }),
        })
      : null;
}

export function isChangedMeanwhile(
  state: FormState,
): state is Extract<Refused, { error: 'conflict' }> & { theirs: Record<string, string>; version: string } {
  return (
    state?.ok === false &&
    state.error === 'conflict' &&
    state.reason === 'changed_meanwhile' &&
    state.theirs !== undefined
  );
}
