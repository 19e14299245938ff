'use client';

import { useTranslations } from 'next-intl';
import type { KilledSign } from './name-killed-signs';

/** The paper that stops working, sign by sign: who takes it down has to know when it was printed and where it hangs. */
export function KilledSigns({ signs }: { signs: readonly KilledSign[] }) {
  const t = useTranslations('KilledSigns');
  if (signs.length === 0) {
    return <p className="mt-3">{t('none')}</p>;
  }
  return (
    <>
      <p className="mt-3 font-semibold">{t('kills')}</p>
      <ul className="list-disc pl-5">
        {signs.map(({ id, date, place }) => (
          <li key={id}>{t('killed', { date, place })}</li>
        ))}
      </ul>
    </>
  );
}
