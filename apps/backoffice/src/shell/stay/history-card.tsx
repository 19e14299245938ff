import { Card } from '@gudbro/ui/card';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { LinkButton } from '../list/link-button';
import { ClientTexts } from '../place/client-texts';
import type { StayStep } from './stay-schemas';
import { UndoStep } from './undo-step';

type HistoryCardProps = {
  place: Place;
  /** The booking or the guest session. */
  rowId: string;
  steps: readonly StayStep[];
  /** Says what a step did. */
  describe: (step: StayStep) => string;
};

/** Who did what with a stay, newest first. A step of one's own can be undone here for ten minutes. */
export async function HistoryCard({ place, rowId, steps, describe }: HistoryCardProps) {
  const [t, format] = await Promise.all([getTranslations('StayHistory'), getFormatter()]);
  return (
    <Card title={t('heading')} icon="history">
      <ClientTexts namespaces={['StayHistory']}>
        <ol className="divide-y divide-line">
          {steps.map((step) => (
            <li key={step.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="wrap-anywhere min-w-0">
                <p className={step.isUndone ? 'text-ink-soft line-through' : 'font-semibold'}>
                  {describe(step)}
                </p>
                <p className="text-ink-soft text-sm">
                  {t('byWhom', {
                    who: step.person ?? t(`actor_${step.actor}`),
                    when: format.dateTime(new Date(step.at), 'moment', { timeZone: place.timezone }),
                  })}
                </p>
              </div>
              {step.canUndo && <UndoStep place={place.slug} changeId={step.id} step={describe(step)} />}
            </li>
          ))}
        </ol>
      </ClientTexts>
      {hasRole(place.role, 'manager') && (
        <div className="mt-3">
          <LinkButton href={`/p/${place.slug}/history?row=${rowId}`} variant="quiet">
            {t('whole')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
