import { parseCode } from '@gudbro/access-codes';
import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/features/code-entry/code-form';
import { pathOfCode } from '@/features/dashboard/path-of-code';
import { SiteFooter } from '@/features/language/site-footer';
import { ScanSection } from '@/features/scanner/scan-section';
import { ClearBrowserStorage } from '@/features/session/clear-browser-storage';
import { readPageCaller } from '@/server/caller';

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
