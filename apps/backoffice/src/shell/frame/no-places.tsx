import { Button } from '@gudbro/ui/button';
import { getTranslations } from 'next-intl/server';
import { ErrorPanel } from '../error-panel/error-panel';
import { signOutAction } from './actions';

/** Shown to an account that is a member of no place, usually because the person has another account that is. */
export async function NoPlaces({ email }: { email: string }) {
  const [t, frame] = await Promise.all([getTranslations('NoPlaces'), getTranslations('Frame')]);
  return (
    <ErrorPanel icon="key" title={t('title')} text={t('text')}>
      <p className="w-full text-pretty break-words leading-relaxed">{t('account', { email })}</p>
      <form action={signOutAction}>
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {frame('signOut')}
        </Button>
      </form>
    </ErrorPanel>
  );
}
