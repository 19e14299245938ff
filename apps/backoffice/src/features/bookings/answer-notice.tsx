import { Icon } from '@gudbro/ui/icon';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Booking } from './queries';

/** Says before the desk answers a request who is told, how and when; or that nobody is, and whom to call. */
export async function AnswerNotice({ booking }: { booking: Booking }) {
  const [t, locale] = await Promise.all([getTranslations('Mails'), getLocale()]);
  const { email, phone, language } = booking;
  const languageName =
    language === null ? null : (new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? null);
  return (
    <p className="flex gap-3 rounded-2xl bg-sunken p-4 leading-snug">
      <Icon name={email === null ? 'phone' : 'mail'} className="mt-0.5 size-5 shrink-0" />
      <span className="wrap-anywhere min-w-0">
        {email === null &&
          (phone === null ? t('nobodyToTell') : t.rich('callGuest', { phone, call: callLink(phone) }))}
        {email !== null && languageName === null && t('willTell', { email })}
        {email !== null && languageName !== null && t('willTellIn', { email, language: languageName })}
      </span>
    </p>
  );
}

function callLink(phone: string) {
  return (number: ReactNode) => (
    <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} className="font-semibold underline underline-offset-4">
      {number}
    </a>
  );
}
