import { Button } from '@gudbro/ui/button';
import { getTranslations } from 'next-intl/server';

/** A plain form: whoever lent the phone must be able to leave, script or not. */
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
