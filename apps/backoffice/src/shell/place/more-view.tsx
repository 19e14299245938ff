import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { Account } from '../frame/account';
import { LanguageSwitch } from '../frame/language-switch';
import { KeysButton } from '../keys/keys-button';
import { Rail } from './rail';

/** All screens of the place, for a phone whose bar has only a few; and the account. */
export async function MoreView({ place }: { place: Place }) {
  const t = await getTranslations('Screens');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('more')}</title>
      <PageHeader title={t('more')} />
      <Rail place={place} />
      <div className="space-y-2 border-line border-t px-3 pt-4 [&_form>button]:-ml-5">
        <Account />
        <LanguageSwitch />
        <KeysButton />
      </div>
    </div>
  );
}
