import { getTranslations } from 'next-intl/server';
import { ClientTexts } from '@/shell/place/client-texts';
import { MailCodeButton } from './mail-code-button';
import type { Booking } from './queries';

/** The act that mails the code to the guest, with the address it goes to; or what is missing for that. */
export async function MailCode({ place, booking }: { place: string; booking: Booking }) {
  const t = await getTranslations('Mails');
  const { id, email, status } = booking;
  if (status !== 'confirmed' && status !== 'checked_in') {
    return null;
  }
  if (email === null) {
    return <p className="mt-3 text-pretty text-sm text-tag-soft leading-snug">{t('codeNeedsAddress')}</p>;
  }
  return (
    <div className="mt-3 space-y-2">
      <ClientTexts>
        <MailCodeButton place={place} id={id} label={t('mailCode')} name={t('mailCodeName', { email })} />
      </ClientTexts>
      <p className="wrap-anywhere text-center text-sm text-tag-soft">{t('codeGoesTo', { email })}</p>
    </div>
  );
}
