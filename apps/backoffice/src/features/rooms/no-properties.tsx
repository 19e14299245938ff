import { Button } from '@gudbro/ui/button';
import { getTranslations } from 'next-intl/server';
import { ErrorPanel } from '@/shell/error-panel/error-panel';
import { signOutAction } from '@/shell/frame/actions';

/** Shown to an account that is a member of no property, usually because the person has another account that is. */
export async function NoProperties({ email }: { email: string }) {
  const [t, frame] = await Promise.all([getTranslations('Rooms'), getTranslations('Frame')]);
  return (
    <ErrorPanel icon="key" title={t('noPropertiesTitle')} text={t('noProperties')}>
      <p className="w-full text-pretty break-words leading-relaxed">{t('noPropertiesAccount', { email })}</p>
      <form action={signOutAction}>
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {frame('signOut')}
        </Button>
      </form>
    </ErrorPanel>
  );
}
