import { getTranslations } from 'next-intl/server';
import { type ReactNode, useId } from 'react';
import type { LangOf } from '../language/lang-of';
import type { AvailabilityOption } from './property-page-schemas';
import { formatChoice } from './request-form';

type RoomChoiceProps = {
  options: AvailabilityOption[];
  chosen: string;
  error: string | undefined;
  langOf: LangOf<'roomType'>;
};

/** Radio buttons for the free rooms and beds. If there is only one, it is selected. */
export async function RoomChoice({ options, chosen, error, langOf }: RoomChoiceProps) {
  const t = await getTranslations('Place');
  const choices = options.flatMap(({ offerId, beds }) =>
    (beds ?? [null]).map((bed) => formatChoice(offerId, bed)),
  );
  const selected = choices.length === 1 ? choices[0] : chosen;
  return (
    <ChoiceGroup legend={t('choose')} error={error}>
      {options.map(({ offerId, roomType, beds, capacity, translated }) => {
        const lang = roomType ? langOf({ translated }, 'roomType') : undefined;
        return beds === null ? (
          <Choice key={offerId} value={formatChoice(offerId, null)} selected={selected}>
            <span lang={lang} className="wrap-anywhere block hyphens-auto font-semibold">
              {roomType || t('room')}
            </span>
            <span className="block text-ink-soft text-sm">{t('sleeps', { guests: capacity })}</span>
          </Choice>
        ) : (
          <fieldset key={offerId} className="rounded-2xl bg-sunken p-3">
            <legend lang={lang} className="sr-only">
              {roomType || t('room')}
            </legend>
            <p lang={lang} aria-hidden="true" className="wrap-anywhere mb-2 hyphens-auto px-1 font-semibold">
              {roomType || t('room')}
            </p>
            <div className="grid grid-cols-2 gap-2">
              {beds.map((bed) => (
                <Choice key={bed} value={formatChoice(offerId, bed)} selected={selected}>
                  {t('bed', { bed })}
                </Choice>
              ))}
            </div>
          </fieldset>
        );
      })}
    </ChoiceGroup>
  );
}

function ChoiceGroup({
  legend,
  error,
  children,
}: {
  legend: string;
  error: string | undefined;
  children: ReactNode;
}) {
  const errorId = useId();
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="space-y-2">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {children}
      {error && (
        <p id={errorId} className="font-medium text-danger leading-snug">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Choice({
  value,
  selected,
  children,
}: {
  value: string;
  selected: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-14 cursor-pointer items-center gap-2.5 rounded-xl border-2 border-field-line bg-surface px-3 py-2 leading-snug has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name="choice"
        value={value}
        required
        defaultChecked={value === selected}
        className="size-5 shrink-0"
      />
      <span className="min-w-0 grow">{children}</span>
    </label>
  );
}
