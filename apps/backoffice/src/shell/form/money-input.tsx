'use client';

import { useLocale } from 'next-intl';
import { useRef, useState } from 'react';
import { TextInput, type TextInputProps } from './fields';
import { formatTypedMoney } from './format-typed-money';
import { useWhenSet } from './use-when-set';

type MoneyInputProps = Omit<TextInputProps, 'defaultValue'> & {
  currency: string;
  defaultValue?: string | undefined;
};

/**
 * An amount in major units, such as 12,50. The action reads it with `parseMoney`, which knows the currency. Below it stands what
 * was read, as guests see it: a zero too many is hard to see in 5500000.
 */
export function MoneyInput({ currency, hint, defaultValue = '', ...props }: MoneyInputProps) {
  const locale = useLocale();
  const around = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(defaultValue);
  const read = () => setTyped(around.current?.querySelector('input')?.value ?? '');
  useWhenSet(around, read);
  const lines = [formatTypedMoney(typed, currency, locale), hint].filter((line) => line !== undefined);
  return (
    <div ref={around} onInput={read}>
      <TextInput
        inputMode="decimal"
        autoComplete="off"
        {...props}
        label={`${props.label} (${currency})`}
        defaultValue={defaultValue}
        {...(lines.length === 0 ? {} : { hint: lines.join(' · ') })}
      />
    </div>
  );
}
