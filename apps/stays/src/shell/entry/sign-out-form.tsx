import { Button } from '@gudbro/ui/button';
import { getTranslations } from 'next-intl/server';

/** Works without script: a guest on a borrowed phone must always be able to sign out. */
export async function SignOutForm() {
  const t = await getTranslations('SignOut');
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" variant="quiet" className="w-full">
        {t('button')}
      </Button>
    </form>
  );
}
