'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { MemberRole } from '@/server/place';
import { SwitchInput } from '@/shell/form/fields';
import { useFieldError } from '@/shell/form/form-context';
import { useWhenSet } from '@/shell/form/use-when-set';

type RoleFieldsProps = {
  roles: readonly MemberRole[];
  /** The switches that the person may give: those that are on for themselves. */
  offers: { documents: boolean; money: boolean };
  value?: { role: MemberRole; seesDocuments: boolean; seesMoney: boolean };
};

/** The choice of a role, told as what it may do, and the two switches of those roles that have them. */
export function RoleFields({ roles, offers, value }: RoleFieldsProps) {
  const t = useTranslations('Roles');
  const [role, setRole] = useState<MemberRole | undefined>(value?.role);
  const error = useFieldError('role');
  const errorId = useId();
  const choice = useRef<HTMLFieldSetElement>(null);
  useWhenSet(choice, () => {
    const chosen = choice.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    setRole(roles.find((one) => one === chosen));
  });
  return (
    <>
      <fieldset ref={choice} aria-describedby={error ? errorId : undefined} className="space-y-2">
        <legend className="mb-2 font-semibold">{t('role')}</legend>
        {roles.map((one) => (
          <label
            key={one}
            className="flex cursor-pointer items-start gap-4 rounded-2xl border border-field-line bg-surface p-4 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent"
          >
            <input
              type="radio"
              name="role"
              value={one}
              defaultChecked={one === value?.role}
              onChange={() => setRole(one)}
              className="mt-1 size-5 shrink-0 cursor-pointer"
            />
            <span className="min-w-0">
              <span className="block font-semibold">{t(`role_${one}`)}</span>
              <span className="block text-pretty text-ink-soft leading-snug">{t(`may_${one}`)}</span>
            </span>
          </label>
        ))}
        {error && (
          <p id={errorId} role="alert" className="font-medium text-danger leading-snug">
            {error}
          </p>
        )}
      </fieldset>
      <Switches role={role} offers={offers} value={value} />
    </>
  );
}

type SwitchesProps = Pick<RoleFieldsProps, 'offers'> & {
  role: MemberRole | undefined;
  value: RoleFieldsProps['value'];
};

/** Hidden, not removed, where the role has no choice: what was set is still there when the role is changed back. */
function Switches({ role, offers, value }: SwitchesProps) {
  const t = useTranslations('Roles');
  const isFixed = role === 'owner' || role === 'housekeeper';
  const wasOn = (isOn: boolean | undefined) => value === undefined || value.role === 'housekeeper' || isOn;
  if (!offers.documents && !offers.money) {
    return null;
  }
  return (
    <fieldset hidden={isFixed} className="space-y-1">
      <legend className="mb-1 font-semibold">{t('sees')}</legend>
      {offers.documents && (
        <SwitchInput
          name="seesDocuments"
          label={t('documents')}
          hint={t('documentsHint')}
          defaultChecked={wasOn(value?.seesDocuments) ?? true}
        />
      )}
      {offers.money && (
        <SwitchInput
          name="seesMoney"
          label={t('money')}
          hint={t('moneyHint')}
          defaultChecked={wasOn(value?.seesMoney) ?? true}
        />
      )}
    </fieldset>
  );
}
