'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useOfflineText } from '@/shell/sheets/use-offline-text';
import { usePhoneSignOut } from './use-phone-sign-out';

type SignOutPhoneProps = { phoneId: string; name: string; onCancel: () => void; onSignedOut: () => void };

/** Asks before a phone is signed out, and says if that failed. */
export function SignOutPhone({ phoneId, name, onCancel, onSignedOut }: SignOutPhoneProps) {
  const t = useTranslations('Phones');
  const offlineText = useOfflineText();
  const { isSigningOut, error, signOut } = usePhoneSignOut(phoneId, onSignedOut);
  const noButton = useRef<HTMLButtonElement>(null);
  // The button that was tapped is gone.
  useEffect(() => noButton.current?.focus(), []);
  return (
    <fieldset className="mt-3 min-w-0 rounded-2xl bg-sunken p-4">
      <legend className="sr-only">{t('ask', { device: name })}</legend>
      <p className="wrap-anywhere mb-3 font-semibold">{t('ask', { device: name })}</p>
      {error && (
        <div className="mb-3">
          <Notice role="alert" tone="danger">
            {error.error === 'offline' ? offlineText(t('offline')) : t('failed')}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button aria-disabled={isSigningOut} onClick={signOut} className="grow">
          {isSigningOut ? t('signingOut') : t('yes')}
        </Button>
        <Button ref={noButton} variant="secondary" onClick={onCancel} className="grow">
          {t('no')}
        </Button>
      </div>
    </fieldset>
  );
}
