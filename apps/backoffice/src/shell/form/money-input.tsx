'use client';

import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { TextInput, type TextInputProps } from './fields';
import { formatTypedMoney } from './format-typed-money';

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
  useEffect(() => {
    const field = around.current?.querySelector('input');
    const read = () => setTyped(field?.value ?? '');
    // `set` is for a draft that comes back, and for the value of somebody else.
    field?.addEventListener('input', read);
    field?.addEventListener('set', read);
    return () => {
      field?.removeEventListener('input', read);
      field?.removeEventListener('set', read);
    };
  }, []);
  const lines = [formatTypedMoney(typed, currency, locale), hint].filter((line) => line !== undefined);
  return (
    <div ref={around}>
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
