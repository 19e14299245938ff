'use client';

import type { FormState } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { setValues } from './draft';
import { isChangedMeanwhile } from './form-problem';
import { useScrollTo } from './use-scroll-to';

type ChangedNoticeProps = {
  state: FormState;
  form: RefObject<HTMLFormElement | null>;
  onSend: () => void;
};

type Difference = { field: string; label: string; mine: string; theirs: string };

/** Somebody else saved this while it was open here: both values, field by field, and the choice between them. */
export function ChangedNotice({ state, form, onSend }: ChangedNoticeProps) {
  const t = useTranslations('Form');
  const [differences, setDifferences] = useState<Difference[] | null>(null);
  const notice = useScrollTo(differences);
  useEffect(() => {
    setDifferences(
      isChangedMeanwhile(state) && form.current !== null ? listDifferences(form.current, state.theirs) : null,
    );
  }, [state, form]);
  if (differences === null || !isChangedMeanwhile(state)) {
    return null;
  }
  const { theirs, version } = state;
  const keepMine = () => {
    setVersion(form.current, version);
    onSend();
  };
  const takeTheirs = () => {
    if (form.current !== null) {
      setValues(
        form.current,
        [...listFields(form.current)].flatMap((field) => toPairs(field, theirs)),
      );
      setVersion(form.current, version);
    }
    setDifferences(null);
  };
  return (
    <div
      ref={notice}
      role="alert"
      className="scroll-my-24 space-y-4 rounded-2xl border-2 border-danger bg-surface p-4 sm:p-5"
    >
      {/* A save of one's own whose answer was lost looks like that of somebody else. */}
      <p className="font-semibold">{t(differences.length === 0 ? 'changedToTheSame' : 'changedTitle')}</p>
      <ul className="space-y-3">
        {differences.map(({ field, label, mine, theirs: other }) => (
          <li key={field} className="grid gap-1 sm:grid-cols-[10rem_1fr_1fr] sm:gap-4">
            <span className="text-ink-soft">{label}</span>
            <span className="wrap-anywhere">{t('mine', { value: mine || '–' })}</span>
            <span className="wrap-anywhere">{t('theirs', { value: other || '–' })}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={keepMine} className="cursor-pointer">
          {t('keepMine')}
        </Button>
        {differences.length > 0 && (
          <Button variant="secondary" onClick={takeTheirs} className="cursor-pointer">
            {t('takeTheirs')}
          </Button>
        )}
      </div>
    </div>
  );
}

function listFields(form: HTMLFormElement): Set<string> {
  return new Set(
    [...form.elements].flatMap((element) => {
      const name = element.getAttribute('name');
      return name === null || element.getAttribute('type') === 'hidden' ? [] : [name];
    }),
  );
}

function listDifferences(form: HTMLFormElement, theirs: Record<string, string>): Difference[] {
  const sent = new FormData(form);
  return [...listFields(form)].flatMap((field): Difference[] => {
    const mine = sent.getAll(field).map(String).join(', ');
    const other = theirs[field];
    return other === undefined || other === mine
      ? []
      : [{ field, label: findLabel(form, field), mine, theirs: other }];
  });
}

function findLabel(form: HTMLFormElement, field: string): string {
  const control = form.elements.namedItem(field);
  const first = control instanceof RadioNodeList ? control[0] : control;
  const label =
    first instanceof HTMLInputElement ||
    first instanceof HTMLTextAreaElement ||
    first instanceof HTMLSelectElement
      ? first.labels?.[0]
      : undefined;
  return label?.textContent ?? field;
}

/** A choice is set by its value: the one that the row has now is on, the others are off. */
function toPairs(field: string, theirs: Record<string, string>): [string, string][] {
  const value = theirs[field];
  return value === undefined
    ? []
    : [
        [field, value],
        [`${field}=${value}`, 'on'],
        [`${field}=on`, value === 'true' || value === 'on' ? 'on' : ''],
      ];
}

function setVersion(form: HTMLFormElement | null, version: string): void {
  const field = form?.elements.namedItem('version');
  if (field instanceof HTMLInputElement) {
    field.value = version;
  }
}
