'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';

type MoveFormProps = {
  /** What a form that is sent without a script runs. */
  action: (form: FormData) => void;
  hidden: Record<string, string>;
  name: string;
  /** Its place now, from 1 on. */
  at: number;
  isLast: boolean;
  onMove: (form: FormData) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
};

/** The buttons that move a row. The row is dragged by this part, so that its texts can still be selected. */
export function MoveForm({
  action,
  hidden,
  name,
  at,
  isLast,
  onMove,
  onDragStart,
  onDragEnd,
}: MoveFormProps) {
  const t = useTranslations('List');
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget, readSubmitter(event.nativeEvent));
        if (form.get('to') !== String(at)) {
          onMove(form);
        }
      }}
      draggable
      onDragStart={(event) => {
        // Firefox drags nothing without data.
        event.dataTransfer.setData('text/plain', name);
        onDragStart();
      }}
      onDragEnd={onDragEnd}
      className="flex w-12 shrink-0 cursor-grab flex-col justify-center border-line border-r active:cursor-grabbing"
    >
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <MoveButton label={t('moveUp', { name })} to={Math.max(at - 1, 1)} isEnd={at === 1} isUp />
      <MoveButton label={t('moveDown', { name })} to={isLast ? at : at + 1} isEnd={isLast} />
    </form>
  );
}

function readSubmitter(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}

type MoveButtonProps = { label: string; to: number; isEnd: boolean; isUp?: boolean };

function MoveButton({ label, to, isEnd, isUp = false }: MoveButtonProps) {
  return (
    <button
      type="submit"
      name="to"
      value={to}
      aria-label={label}
      title={label}
      // Not `disabled`: a row that has arrived at the end keeps the focus on its button.
      aria-disabled={isEnd}
      className="grid min-h-11 cursor-pointer place-items-center text-ink-soft pointer-fine:min-h-9 hover:bg-sunken hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-30"
    >
      <Icon name="chevron" className={isUp ? 'size-5 rotate-180' : 'size-5'} />
    </button>
  );
}
