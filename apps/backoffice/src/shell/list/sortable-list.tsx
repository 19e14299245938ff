'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, startTransition, useActionState, useState } from 'react';
import { moveAction } from './move-action';

export type SortableRow = { id: string; name: string; content: ReactNode };

type SortableListProps = {
  place: string;
  kind: 'categories' | 'items' | 'deals' | 'numbers' | 'areas';
  rows: readonly SortableRow[];
  /** The place in the whole list of the first row here. Null: the order cannot be changed here. */
  firstPlace: number | null;
};

/** Rows in the order in which guests read them. A person who may change it drags a row, or moves it by the buttons. */
export function SortableList({ place, kind, rows, firstPlace }: SortableListProps) {
  const [, dispatch, isPending] = useActionState(moveAction, null);
  const [dragged, setDragged] = useState<string | null>(null);
  const move = (id: string, to: number) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ place, kind, id, to: String(to) })) {
      form.set(name, value);
    }
    startTransition(() => dispatch(form));
  };
  const dropOn = (index: number) => {
    if (dragged !== null && firstPlace !== null) {
      move(dragged, firstPlace + index);
    }
    setDragged(null);
  };
  const drag = (id: string, index: number) =>
    firstPlace === null
      ? {}
      : {
          onDragOver: (event: DragEvent) => dragged !== null && event.preventDefault(),
          onDrop: (event: DragEvent) => {
            event.preventDefault();
            dropOn(index);
          },
          'data-dragged': dragged === id ? '' : undefined,
        };
  return (
    <ul
      aria-busy={isPending}
      className="divide-y divide-line overflow-hidden rounded-2xl bg-surface shadow-lift aria-busy:opacity-60"
    >
      {rows.map(({ id, name, content }, index) => (
        <li key={id} {...drag(id, index)} className="flex items-stretch data-dragged:opacity-50">
          {firstPlace !== null && (
            <MoveButtons
              name={name}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(null)}
              onUp={index + firstPlace > 1 ? () => move(id, firstPlace + index - 1) : null}
              onDown={index < rows.length - 1 ? () => move(id, firstPlace + index + 1) : null}
            />
          )}
          <div className="min-w-0 grow">{content}</div>
        </li>
      ))}
    </ul>
  );
}

type MoveButtonsProps = {
  name: string;
  onDragStart: () => void;
  onDragEnd: () => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

/** A row is dragged by this part, so that its texts can still be selected. */
function MoveButtons({ name, onUp, onDown, ...drag }: MoveButtonsProps) {
  const t = useTranslations('List');
  return (
    <div
      {...drag}
      draggable
      className="flex w-12 shrink-0 cursor-grab flex-col justify-center border-line border-r active:cursor-grabbing"
    >
      <MoveButton label={t('moveUp', { name })} onClick={onUp} isUp />
      <MoveButton label={t('moveDown', { name })} onClick={onDown} />
    </div>
  );
}

type MoveButtonProps = { label: string; isUp?: boolean; onClick: (() => void) | null };

function MoveButton({ label, isUp = false, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // Not `disabled`: a row that has arrived at the end keeps the focus on its button.
      aria-disabled={onClick === null}
      onClick={() => onClick?.()}
      className="grid min-h-9 cursor-pointer place-items-center text-ink-soft hover:bg-sunken hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-30"
    >
      <Icon name="chevron" className={isUp ? 'size-5 rotate-180' : 'size-5'} />
    </button>
  );
}
