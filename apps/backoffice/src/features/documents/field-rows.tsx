'use client';

import type { DocumentField } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useScreenKeys } from '@/shell/keys/letter-keys';
import { useConfirmedFields } from './confirmed-fields';
import { KeyHint } from './key-hint';

/** A field as the desk reads it. */
export type FieldRow = {
  field: DocumentField;
  label: string;
  value: string;
  /** What its guest reads if it differs. */
  reason: string;
};

/**
 * The fields of a document that waits, to compare one by one: a key or a tap says that one agrees and goes on to the next. One that
 * differs leads to the reason of a rejection.
 */
export function FieldRows({ rows }: { rows: readonly FieldRow[] }) {
  const t = useTranslations('Documents');
  const { left, confirm, takeBack, confirmAll, reject } = useConfirmedFields();
  const list = useRef<HTMLUListElement>(null);
  const focus = (field: DocumentField | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  /** The one with the focus, else the first that is still to be compared. */
  const findCurrent = () =>
    rows.find(({ field }) => field === (document.activeElement as HTMLElement | null)?.dataset['field'])
      ?.field ?? left[0];
  function agree(field: DocumentField) {
    confirm(field);
    focus(left.find((other) => other !== field) ?? field);
  }
  function differ(field: DocumentField | undefined) {
    const row = rows.find((one) => one.field === field);
    if (row !== undefined) {
      takeBack(row.field);
    }
    reject.current?.open(row?.reason);
  }
  useScreenKeys({
    c: () => {
      const current = findCurrent();
      if (current !== undefined) {
        agree(current);
      }
    },
    d: () => differ(findCurrent()),
    a: confirmAll,
  });
  return (
    <>
      <ul ref={list} className="-mx-3 mt-3 divide-y divide-line">
        {rows.map((row) => (
          <Row
            key={row.field}
            row={row}
            isNext={row.field === left[0]}
            on={{
              agree: () => agree(row.field),
              takeBack: () => takeBack(row.field),
              differ: () => differ(row.field),
            }}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-ink-soft">
          {left.length === 0 ? t('allAgree') : t('left', { count: left.length })}
        </p>
        {left.length > 1 && (
          <Button variant="secondary" onClick={confirmAll} aria-keyshortcuts="a" className="cursor-pointer">
            {t('agreeAll')} <KeyHint>A</KeyHint>
          </Button>
        )}
      </div>
    </>
  );
}

type RowProps = {
  row: FieldRow;
  /** Whether the key for "agrees" means this one. */
  isNext: boolean;
  on: { agree: () => void; takeBack: () => void; differ: () => void };
};

function Row({ row: { field, label, value }, isNext, on }: RowProps) {
  const t = useTranslations('Documents');
  const isConfirmed = useConfirmedFields().confirmed.has(field);
  return (
    <li className={`flex items-stretch gap-1 ${isNext ? 'bg-sunken' : ''}`.trimEnd()}>
      {/* A button, since the letters of the screen are not for a field of a form. */}
      {/* biome-ignore lint/a11y/useSemanticElements: Enter does not tick a checkbox, and letters belong to a field while it has the focus. */}
      <button
        type="button"
        role="checkbox"
        aria-checked={isConfirmed}
        aria-label={t('agrees', { field: label, value })}
        data-field={field}
        onClick={isConfirmed ? on.takeBack : on.agree}
        className="flex min-h-12 min-w-0 flex-1 cursor-pointer items-center gap-3 rounded-xl px-3 py-1.5 text-left hover:bg-sunken"
      >
        <Tick isOn={isConfirmed} />
        <span className="min-w-0">
          <span className="block text-ink-soft text-sm leading-tight">{label}</span>
          <FieldValue field={field} value={value} />
        </span>
        {isNext && <KeyHint>C</KeyHint>}
      </button>
      <Button
        variant="quiet"
        onClick={on.differ}
        aria-label={t('differsOf', { field: label })}
        className="cursor-pointer px-3! text-danger"
      >
        {t('differs')}
      </Button>
    </li>
  );
}

/** What a field says, so that it can be compared letter by letter. */
export function FieldValue({ field, value }: Pick<FieldRow, 'field' | 'value'>) {
  return (
    <span
      className={`wrap-anywhere block font-semibold text-lg leading-snug ${field === 'documentNumber' ? 'font-mono tracking-wide' : ''}`.trimEnd()}
    >
      {value}
    </span>
  );
}

/** Whether a field was confirmed, by a sign. */
export function Tick({ isOn }: { isOn: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`flex size-6 shrink-0 items-center justify-center rounded-md border-2 ${isOn ? 'border-accent bg-accent text-accent-ink' : 'border-field-line'}`}
    >
      {isOn && <Icon name="check" className="size-4" />}
    </span>
  );
}
