import { parseCode } from '@gudbro/access-codes';
import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { ScanSection } from '@/features/scanner/scan-section';
import { readPageCaller } from '@/server/caller';
import { ClearBrowserStorage } from '@/shell/entry/clear-browser-storage';
import { CodeForm } from '@/shell/entry/code-form';
import { SiteFooter } from '@/shell/language/site-footer';

type HomeProps = { searchParams: Promise<Record<'code' | 'signed-out', string | string[] | undefined>> };

export default async function Home({ searchParams }: HomeProps) {
  const [t, query, { session }] = await Promise.all([
    getTranslations('Home'),
    searchParams,
    readPageCaller(),
  ]);
  const typed = typeof query.code === 'string' ? query.code : undefined;
  const parsed = typed === undefined ? undefined : parseCode(typed);
  const hasSignedOut = query['signed-out'] !== undefined && session === null;
  return (
    <>
      <DoorSign icon="key" title={t('title')}>
        {hasSignedOut && (
          <Notice icon="check" role="status">
            {t('signedOut')}
            <ClearBrowserStorage />
          </Notice>
        )}
        {session?.roomCode && (
          <ButtonLink
            href={pathOfCode({ kind: 'room', code: session.roomCode })}
            variant="secondary"
            className="w-full"
          >
            {t('backToStay')}
          </ButtonLink>
        )}
        <p className="text-center">{t('text')}</p>
        <ScanSection />
        <div className="border-line border-t pt-5">
          <CodeForm value={typed} refusal={parsed?.ok ? undefined : parsed} button="secondary" />
        </div>
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
