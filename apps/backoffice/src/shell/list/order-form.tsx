'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RecordForm } from '../form/record-form';

type OrderRow = { id: string; name: string };

type OrderFormProps = {
  action: FormAction;
  place: string;
  rows: readonly OrderRow[];
  draftKey: string;
  cancelHref: string;
};

/** Rows to put into another order: by dragging one, or by the buttons beside it, which keys reach too. Saved at once. */
export function OrderForm({ action, place, rows, draftKey, cancelHref }: OrderFormProps) {
  const t = useTranslations('Order');
  const [order, setOrder] = useState(rows);
  const [dragged, setDragged] = useState<string | null>(null);
  const moveTo = (id: string, to: number) =>
    setOrder((now) => {
      const row = now.find((one) => one.id === id);
      return row === undefined || to < 0 || to >= now.length
        ? now
        : now.filter((one) => one.id !== id).toSpliced(to, 0, row);
    });
  return (
    <RecordForm
      action={action}
      hidden={{ place }}
      draftKey={draftKey}
      submitLabel={t('save')}
      cancelHref={cancelHref}
    >
      <input type="hidden" name="ids" value={order.map(({ id }) => id).join(' ')} />
      <ol className="divide-y divide-line overflow-hidden rounded-2xl bg-surface shadow-lift">
        {order.map(({ id, name }, index) => (
          <li
            key={id}
            draggable
            data-dragged={dragged === id ? '' : undefined}
            onDragStart={(event) => {
              // Firefox drags nothing without data.
              event.dataTransfer.setData('text/plain', name);
              setDragged(id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged !== null) {
                event.preventDefault();
                moveTo(dragged, index);
              }
            }}
            onDrop={(event) => event.preventDefault()}
            className="flex min-h-14 cursor-grab items-center gap-2 pl-4 data-dragged:bg-sunken sm:pl-5"
          >
            <span className="w-8 shrink-0 text-ink-soft tabular-nums">{index + 1}</span>
            <span className="wrap-anywhere min-w-0 grow font-semibold">{name}</span>
            <MoveButton
              label={t('up', { name })}
              isUp
              isDisabled={index === 0}
              onClick={() => moveTo(id, index - 1)}
            />
            <MoveButton
              label={t('down', { name })}
              isDisabled={index === order.length - 1}
              onClick={() => moveTo(id, index + 1)}
            />
          </li>
        ))}
      </ol>
    </RecordForm>
  );
}

type MoveButtonProps = { label: string; isUp?: boolean; isDisabled: boolean; onClick: () => void };

function MoveButton({ label, isUp = false, isDisabled, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      // Not `disabled`: a row that has arrived at the end keeps the focus on its button.
      aria-disabled={isDisabled}
      onClick={onClick}
      className="grid size-12 shrink-0 cursor-pointer place-items-center rounded-xl hover:bg-sunken aria-disabled:cursor-default aria-disabled:opacity-30"
    >
      <Icon name="chevron" className={isUp ? 'size-5 rotate-180' : 'size-5'} />
    </button>
  );
}
