'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { useFieldError } from '@/shell/form/form-context';
import { RecordForm } from '@/shell/form/record-form';
import { useWhenSet } from '@/shell/form/use-when-set';
import { bookGroupAction } from './actions';
import { useBedWords } from './bed-choice';
import { GuestFields } from './guest-fields';
import type { FreeBed } from './queries';

type GroupFormProps = {
  place: { slug: string; shortCode: string; currency: string };
  nights: { checkIn: string; checkOut: string };
  beds: readonly FreeBed[];
  /** Made with the page, so that a form that is sent again books nothing twice. */
  requestKey: string;
};

/** The rooms and beds that are free in these nights, several to choose, and the one name that they are booked under. */
export function GroupForm({ place, nights, beds, requestKey }: GroupFormProps) {
  const t = useTranslations('BookingForm');
  return (
    <RecordForm
      action={bookGroupAction}
      hidden={{ place: place.slug, ...nights, requestKey }}
      draftKey={`${place.slug}/bookings/group`}
      submitLabel={t('bookAll')}
      cancelHref={`/p/${place.slug}/bookings`}
    >
      <BedBoxes place={place} beds={beds} />
      <GuestFields guestsLabel={t('guestsEach')} />
    </RecordForm>
  );
}

/** A box for each bed, and how many are ticked. */
function BedBoxes({ place, beds }: Pick<GroupFormProps, 'place' | 'beds'>) {
  const t = useTranslations('BookingForm');
  const describe = useBedWords(place);
  const error = useFieldError('bed');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const boxes = useRef<HTMLFieldSetElement>(null);
  const count = () => setChosen(boxes.current?.querySelectorAll(':checked').length ?? 0);
  useWhenSet(boxes, count);
  return (
    <fieldset ref={boxes} aria-describedby={error ? `${id}-error` : undefined} onChange={count}>
      <legend className="mb-1.5 font-semibold">{t('rooms')}</legend>
      {error && (
        <p id={`${id}-error`} role="alert" className="mb-2 font-medium text-danger">
          {error}
        </p>
      )}
      <ul className="grid gap-2 sm:grid-cols-2">
        {beds.map((bed) => (
          <li key={`${bed.roomId}/${bed.bed}`}>
            <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border border-field-line bg-surface px-4 py-2 has-checked:border-accent has-checked:bg-sunken">
              <input
                type="checkbox"
                name="bed"
                value={`${bed.roomId}/${bed.bed}`}
                className="size-5 shrink-0"
              />
              <span className="wrap-anywhere min-w-0">{describe(bed)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-ink-soft">
        {t('chosen', { count: chosen })}
      </p>
    </fieldset>
  );
}
