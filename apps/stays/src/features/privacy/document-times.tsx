import { useTranslations } from 'next-intl';
import type { PrivacyPolicy } from './queries';

/** When the picture and the details go. Where the law sets no time, and for what was not accepted, the days of the place count. */
export function DocumentTimes({ policy }: { policy: PrivacyPolicy }) {
  const t = useTranslations('Privacy');
  const { mode, imageMonths, fieldsMonths, fieldsAfter, daysAfterDeparture: days } = policy;
  return (
    <>
      {mode === 'image' && (
        <p>
          {imageMonths === null ? t('pictureDays', { days }) : t('pictureMonths', { months: imageMonths })}
        </p>
      )}
      <p>
        {fieldsMonths === null || fieldsAfter === null
          ? t('fieldsDays', { days })
          : t(`fieldsMonths.${fieldsAfter}`, { months: fieldsMonths })}
      </p>
      {fieldsMonths !== null && <p>{t('fieldsRefused', { days })}</p>}
      <p>{t('documentsCancelled')}</p>
      <p>{t('documentsHeld')}</p>
    </>
  );
}
