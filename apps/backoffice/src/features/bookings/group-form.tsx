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
  const [t, form] = [useTranslations('BookingForm'), useTranslations('Form')];
  const describe = useBedWords(place);
  const error = useFieldError('bed');
  // Those that are ticked, as they were described: another desk may take one of them meanwhile, or this form whose answer was lost.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const id = useId();
  const boxes = useRef<HTMLFieldSetElement>(null);
  const offered = new Map(beds.map((bed) => [`${bed.roomId}/${bed.bed}`, describe(bed)]));
  const gone = [...chosen].filter(([value]) => !offered.has(value));
  const readChosen = () => {
    const ticked = boxes.current?.querySelectorAll<HTMLInputElement>(':checked') ?? [];
    setChosen(
      (before) =>
        new Map([...ticked].map(({ value }) => [value, offered.get(value) ?? before.get(value) ?? ''])),
    );
  };
  useWhenSet(boxes, readChosen);
  return (
    <fieldset ref={boxes} aria-describedby={error ? `${id}-error` : undefined} onChange={readChosen}>
      <legend className="mb-1.5 font-semibold">{t('rooms')}</legend>
      {error && (
        <p id={`${id}-error`} role="alert" className="mb-2 font-medium text-danger">
          {error}
        </p>
      )}
      <ul className="grid gap-2 sm:grid-cols-2">
        {[...offered, ...gone].map(([value, words]) => (
          <li key={value}>
            <label className="flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border border-field-line bg-surface px-4 py-2 has-checked:border-accent has-checked:bg-sunken">
              <input type="checkbox" name="bed" value={value} className="size-5 shrink-0" />
              <span className="wrap-anywhere min-w-0">
                {offered.has(value) ? words : form('noLongerOffered', { label: words })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-ink-soft">
        {t('chosen', { count: chosen.size })}
      </p>
    </fieldset>
  );
}
