'use client';

import type { StayPhone } from '@gudbro/guest-api/phone';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useFormatter, useTranslations } from 'next-intl';
import { SignOutPhone } from './sign-out-phone';

type PhoneCardProps = {
  phone: StayPhone;
  /** The guest was asked about this phone and has not answered. */
  isAsked: boolean;
  onAsk: (isAsked: boolean) => void;
  onSignedOut: (name: string) => void;
};

/** One phone: what it is, since when it is on the stay, and the way to sign it out. */
export function PhoneCard({ phone, isAsked, onAsk, onSignedOut }: PhoneCardProps) {
  const t = useTranslations('Phones');
  const format = useFormatter();
  const name = phone.label || t('unknown');
  const formatDate = (instant: string) =>
    format.dateTime(new Date(instant), {
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
  return (
    <li className="flex gap-3 rounded-2xl border border-line p-4">
      <Icon name="device" className="size-6 shrink-0 text-accent" />
      <div className="min-w-0 grow leading-snug">
        <p className="wrap-anywhere font-semibold">{name}</p>
        <p className="text-ink-soft text-sm">{t('since', { date: formatDate(phone.firstSeenAt) })}</p>
        {phone.isThisPhone ? (
          <p className="mt-2 inline-block rounded-full bg-lamp px-2.5 py-0.5 font-semibold text-lamp-ink text-sm">
            {t('thisDevice')}
          </p>
        ) : (
          <p className="text-ink-soft text-sm">{t('seen', { date: formatDate(phone.lastSeenAt) })}</p>
        )}
        {!phone.isThisPhone && !isAsked && (
          <Button variant="secondary" className="mt-3" onClick={() => onAsk(true)}>
            {t('signOut')}
            <span className="sr-only">{name}</span>
          </Button>
        )}
        {isAsked && (
          <SignOutPhone
            phoneId={phone.id}
            name={name}
            onCancel={() => onAsk(false)}
            onSignedOut={() => onSignedOut(name)}
          />
        )}
      </div>
    </li>
  );
}
