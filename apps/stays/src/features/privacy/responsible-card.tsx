import { Card } from '@gudbro/ui/card';
import { useTranslations } from 'next-intl';
import { formatPhone } from '@/server/format-phone';
import { phoneLink, whatsappLink } from '@/shell/property/contact-links';
import type { PrivacyPlace } from './queries';

/** Who decides what is collected, with everything by which it can be reached. */
export function ResponsibleCard({ place }: { place: PrivacyPlace }) {
  const t = useTranslations('Privacy');
  const { name, address, phone, whatsapp, email } = place;
  return (
    <Card title={t('responsible')}>
      <p className="text-pretty leading-relaxed">{t('responsibleText', { place: name })}</p>
      <address className="wrap-anywhere mt-3 not-italic leading-relaxed">
        <p className="font-semibold">{name}</p>
        {address !== '' && <p>{address}</p>}
        {phone !== null && <Contact label={t('phone')} value={formatPhone(phone)} href={phoneLink(phone)} />}
        {whatsapp !== null && (
          <Contact label={t('whatsapp')} value={formatPhone(whatsapp)} href={whatsappLink(whatsapp)} />
        )}
        {email !== null && <Contact label={t('email')} value={email} href={`mailto:${email}`} />}
      </address>
    </Card>
  );
}

type ContactProps = { label: string; value: string; href: string };

function Contact({ label, value, href }: ContactProps) {
  return (
    <a href={href} rel="noreferrer" className="flex min-h-12 flex-wrap items-center gap-x-3 print:min-h-0">
      <span className="text-ink-soft text-sm">{label}</span>
      <span translate="no" className="font-semibold text-accent underline underline-offset-4">
        {value}
      </span>
    </a>
  );
}
