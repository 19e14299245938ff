import type { VerificationMethod } from '@gudbro/domain';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

type BrowsingHiddenProps = { propertyName: string; method: VerificationMethod; children?: ReactNode };

/** A stranger with a photo of the sign learns the name of the house and nothing else. */
export async function BrowsingHidden({ propertyName, method, children }: BrowsingHiddenProps) {
  const t = await getTranslations('Refusal');
  const asks: Record<VerificationMethod, string> = {
    last_name: t('asksLastName'),
    pin: t('asksPin'),
    room_number: t('asksRoomNumber'),
    none: t('asksNothing'),
  };
  return (
    <DoorSign icon="lock" overline={propertyName} title={t('hiddenTitle')}>
      <p className="text-center">
        <span className="block">{t('hiddenText')}</span>
        <span className="block">{asks[method]}</span>
      </p>
      {children ?? <Notice icon="chat">{t('hiddenHelp')}</Notice>}
    </DoorSign>
  );
}
