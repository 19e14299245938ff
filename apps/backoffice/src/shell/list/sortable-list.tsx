'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useState } from 'react';
import type { ContentKind } from '@/server/move-content';
import { FormProblem } from '../form/form-problem';
import { toForm } from '../form/to-form';
import { useSentForm } from '../form/use-sent-form';
import { moveAction } from './move-action';
import { MoveForm } from './move-form';

export type SortableRow = { id: string; name: string; content: ReactNode };

type SortableListProps = {
  place: string;
  kind: ContentKind;
  rows: readonly SortableRow[];
  /** The place in the whole list of the first row here. Null: the order cannot be changed here. */
  firstPlace: number | null;
  /** Whether the list goes on after these rows, so that the last of them can move down too. */
  hasMore?: boolean;
};

/**
 * Rows in the order that managers give them. A person who may change it drags a row, or moves it by the buttons beside it,
 * which are forms: they work by keys and without a script.
 */
export function SortableList({ place, kind, rows, firstPlace, hasMore = false }: SortableListProps) {
  const t = useTranslations('List');
  const { state, isPending, plainAction, send } = useSentForm(moveAction);
  const [dragged, setDragged] = useState<string | null>(null);
  const [moved, setMoved] = useState({ name: '', to: 0 });
  const move = (form: FormData) => {
    const name = rows.find(({ id }) => id === form.get('id'))?.name ?? '';
    setMoved({ name, to: Number(form.get('to')) });
    send(form);
  };
  const dropOn = (to: number) => {
    if (dragged !== null) {
      move(toForm({ place, kind, id: dragged, to: String(to) }));
    }
    setDragged(null);
  };
  return (
    <div className="space-y-4">
      <FormProblem state={state} />
      <p role="status" className="sr-only">
        {state?.ok === true && !isPending && moved.name !== '' ? t('movedTo', moved) : ''}
      </p>
      <ul
        aria-busy={isPending}
        className="divide-y divide-line overflow-hidden rounded-2xl border border-line aria-busy:opacity-60 has-[a,button]:border-transparent has-[a,button]:bg-surface has-[a,button]:shadow-lift"
      >
        {rows.map(({ id, name, content }, index) =>
          firstPlace === null ? (
            <li key={id}>{content}</li>
          ) : (
            <li
              key={id}
              onDragOver={(event: DragEvent) => dragged !== null && event.preventDefault()}
              onDrop={(event: DragEvent) => {
                event.preventDefault();
                dropOn(firstPlace + index);
              }}
              data-dragged={dragged === id ? '' : undefined}
              className="flex items-stretch data-dragged:opacity-50"
            >
              <MoveForm
                action={plainAction}
                hidden={{ place, kind, id }}
                name={name}
                at={firstPlace + index}
                isLast={index === rows.length - 1 && !hasMore}
                onMove={move}
                onDragStart={() => setDragged(id)}
                onDragEnd={() => setDragged(null)}
              />
              <div className="min-w-0 grow">{content}</div>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
