import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { SiteFooter } from '@/shell/language/site-footer';

/** The page for an access code to which another site led. Its button is a link of our own site, which signs in. */
export async function AskToOpen({ code }: { code: string }) {
  const [t, tEntry] = await Promise.all([getTranslations('Session'), getTranslations('Entry')]);
  const path = pathOfCode({ kind: 'access', code });
  return (
    <>
      <DoorSign icon="key" title={t('askTitle')} overline={code}>
        <p className="text-center">{t('askText')}</p>
        <ButtonLink href={path} className="w-full">
          {tEntry('open')}
        </ButtonLink>
      </DoorSign>
      {/* The language form leads back here by a page of ours: without `ask` it would sign in. */}
      <SiteFooter path={`${path}?ask=1`} />
    </>
  );
}
