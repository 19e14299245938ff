import type { AvailabilityOption } from '@gudbro/guest-api/property-page-schemas';
import { getTranslations } from 'next-intl/server';
import { type ReactNode, useId } from 'react';
import type { LangOf } from '@/shell/language/lang-of';
import { formatChoice, placeOfChoice } from './request-form';
import { StayPrice } from './stay-price';

type RoomChoiceProps = {
  options: AvailabilityOption[];
  currency: string;
  chosen: string;
  error: string | undefined;
  langOf: LangOf<'roomType'>;
};

/** Radio buttons for the free rooms and beds, each with what it costs. If there is only one, it is selected. */
export async function RoomChoice({ options, currency, chosen, error, langOf }: RoomChoiceProps) {
  const t = await getTranslations('Place');
  const choices = options.flatMap((option) =>
    (option.beds ?? [null]).map((bed) => formatOption(option, bed)),
  );
  const [first = ''] = choices;
  const selected = placeOfChoice(choices.length === 1 ? first : chosen);
  return (
    <ChoiceGroup legend={t('choose')} error={error}>
      {options.map((option) => {
        const { offerId, roomType, beds, capacity, translated, price } = option;
        const lang = roomType ? langOf({ translated }, 'roomType') : undefined;
        return beds === null ? (
          <Choice key={offerId} value={formatOption(option, null)} selected={selected}>
            <span lang={lang} className="wrap-anywhere block hyphens-auto font-semibold">
              {roomType || t('room')}
            </span>
            <span className="block text-ink-soft text-sm">{t('sleeps', { guests: capacity })}</span>
            <StayPrice price={price} currency={currency} />
          </Choice>
        ) : (
          <fieldset key={offerId} className="min-w-0 rounded-2xl bg-sunken p-3">
            <legend lang={lang} className="sr-only">
              {roomType || t('room')}
            </legend>
            <p lang={lang} aria-hidden="true" className="wrap-anywhere hyphens-auto px-1 font-semibold">
              {roomType || t('room')}
            </p>
            <div className="wrap-anywhere mb-3 px-1 leading-snug">
              <StayPrice price={price} currency={currency} isForBed />
            </div>
            <div className="grid grid-cols-2 gap-2">
              {beds.map((bed) => (
                <Choice key={bed} value={formatOption(option, bed)} selected={selected}>
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

function formatOption({ offerId, price }: AvailabilityOption, bed: string | null): string {
  return formatChoice({ offerId, bed, totalMinor: price?.totalMinor ?? null });
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
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0 space-y-2">
      <legend className="wrap-anywhere mb-1.5 font-semibold">{legend}</legend>
      {children}
      {error && (
        <p id={errorId} className="font-medium text-danger leading-snug">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Choice({ value, selected, children }: { value: string; selected: string; children: ReactNode }) {
  return (
    <label className="flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border-2 border-field-line bg-surface px-3 py-2 leading-snug has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name="choice"
        value={value}
        required
        defaultChecked={placeOfChoice(value) === selected}
        className="size-5 shrink-0"
      />
      <span className="wrap-anywhere min-w-0 grow">{children}</span>
    </label>
  );
}
