import { Card } from '@gudbro/ui/card';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { FinishWalk, StartWalk } from './walk-buttons';
import type { WalkState } from './walk-queries';
import { WalkScanner } from './walk-scanner';

type OpenWalk = { id: string; state: WalkState };

type WalkViewProps = { place: Place; walk: OpenWalk | null; lastWalkAt: string | null };

/** Going from door to door: scan, see what is missing and what has to come down. */
export async function WalkView({ place, walk, lastWalkAt }: WalkViewProps) {
  const [t, sheets, format] = await Promise.all([
    getTranslations('Walk'),
    getTranslations('Sheets'),
    getFormatter(),
  ]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle')}</title>
      <BackLink href={`/p/${place.slug}/sheets`} label={sheets('heading')} />
      <PageHeader title={t('heading')} description={t('intro')} />
      <ClientTexts namespaces={['Walk']}>
        {walk === null ? (
          <div className="space-y-4">
            <StartWalk place={place.slug} />
            {lastWalkAt !== null && (
              <p className="text-ink-soft">
                {t('lastWalk', { date: format.dateTime(new Date(lastWalkAt), { dateStyle: 'long' }) })}
              </p>
            )}
          </div>
        ) : (
          <div className="grid gap-6 md:grid-cols-2 md:items-start">
            <div className="space-y-4">
              <Progress state={walk.state} />
              <WalkScanner slug={place.slug} walkId={walk.id} />
            </div>
            <div className="space-y-6">
              <Found state={walk.state} />
              <Missing place={place} state={walk.state} />
              <FinishWalk place={place.slug} walkId={walk.id} missing={walk.state.total - walk.state.seen} />
            </div>
          </div>
        )}
      </ClientTexts>
    </div>
  );
}

async function Progress({ state: { seen, total } }: { state: WalkState }) {
  const t = await getTranslations('Walk');
  return (
    <div>
      <p className="mb-1 font-semibold">{t('progress', { seen, total })}</p>
      <progress
        value={seen}
        max={Math.max(total, 1)}
        className="h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}

async function Missing({ place, state }: { place: Place; state: WalkState }) {
  const t = await getTranslations('Walk');
  const more = state.total - state.seen - state.missing.length;
  return (
    <Card title={t('missingHeading')} icon="bed">
      {state.missing.length === 0 ? (
        <p>{t('allSeen')}</p>
      ) : (
        <>
          <p className="wrap-anywhere text-lg leading-relaxed">{state.missing.join(' · ')}</p>
          {more > 0 && <p className="text-ink-soft">{t('moreMissing', { count: more })}</p>}
          <div className="mt-4">
            <LinkButton href={`/p/${place.slug}/sheets?state=missing`} variant="secondary">
              {t('printMissing')}
            </LinkButton>
          </div>
        </>
      )}
    </Card>
  );
}

type WalkTexts = Awaited<ReturnType<typeof getTranslations<'Walk'>>>;

function nameFound(t: WalkTexts, { kind, verdict, code, roomNumber }: WalkState['found'][number]): string {
  if (kind === 'wifi') {
    return t(verdict === 'dead' ? 'foundOutdatedWifi' : 'foundForeignWifi', { network: code });
  }
  if (verdict === 'foreign') {
    return t('foundForeign', { code });
  }
  return roomNumber === null ? t('foundDeadUnknown', { code }) : t('foundDead', { room: roomNumber });
}

async function Found({ state: { found } }: { state: WalkState }) {
  const t = await getTranslations('Walk');
  if (found.length === 0) {
    return null;
  }
  return (
    <Card title={t('foundHeading')} icon="info">
      <ul className="divide-y divide-line">
        {found.map((sign) => (
          <li key={sign.id} className="wrap-anywhere py-2 font-medium text-danger">
            {nameFound(t, sign)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
