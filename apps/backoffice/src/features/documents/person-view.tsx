import { buttonClass } from '@gudbro/ui/button';
import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { TextArea } from '@/shell/form/fields';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import type { ListedDocument } from './document-schemas';
import { erasePersonAction } from './person-actions';
import { PersonPlan } from './person-plan';
import type { ErasedPart } from './person-queries';

type PersonViewProps = {
  place: Place;
  booking: { id: string; code: string; guestName: string };
  plan: readonly ErasedPart[];
  documents: readonly ListedDocument[];
};

/** A guest's data: to take all of it along, and to erase it, with what has to be kept until when. */
export async function PersonView({ place, booking, plan, documents }: PersonViewProps) {
  const t = await getTranslations('PersonData');
  const path = `/p/${place.slug}/bookings/${booking.id}`;
  // A dash stands where the name was erased.
  const guest = booking.guestName === '–' ? booking.code : booking.guestName;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('heading', { guest })}</title>
      <BackLink href={path} label={guest} />
      <PageHeader title={t('heading', { guest })} description={t('intro')} />
      <Card title={t('seeTitle')} icon="copy">
        <p className="mb-4 text-pretty leading-relaxed">{t('see')}</p>
        {/* A file, and no screen of ours. */}
        <a href={`${path}/data/archive`} download className={buttonClass('primary')}>
          {t('download')}
        </a>
      </Card>
      <Card title={t('eraseTitle')} icon="close">
        <EraseNotice plan={plan} />
        <PersonPlan place={place} plan={plan} documents={documents} />
        {mayErase(plan) && (
          <EraseQuestion
            place={place}
            booking={booking}
            guest={guest}
            goesNow={plan.some(({ rule }) => rule === null)}
          />
        )}
      </Card>
    </div>
  );
}

/** Not where nothing is left, or where somebody erased the guest before and the rest goes by itself. */
function mayErase(plan: readonly ErasedPart[]): boolean {
  return plan.some(({ rule, isAsked }) => rule === null || !isAsked);
}

/** What the list below is: what happens if somebody erases now, or what is left after it. */
async function EraseNotice({ plan }: Pick<PersonViewProps, 'plan'>) {
  const t = await getTranslations('PersonData');
  if (plan.length === 0) {
    return <p className="text-pretty leading-relaxed">{t('nothingLeft')}</p>;
  }
  return plan.some(({ isAsked }) => isAsked) && !plan.some(({ rule }) => rule === null) ? (
    <div className="mb-2">
      <Notice>{t('isAsked')}</Notice>
    </div>
  ) : (
    <p className="mb-2 text-pretty leading-relaxed">{t('eraseIntro')}</p>
  );
}

type EraseQuestionProps = Pick<PersonViewProps, 'place' | 'booking'> & {
  guest: string;
  /** False where all of it has to be kept for now. */
  goesNow: boolean;
};

async function EraseQuestion({ place, booking, guest, goesNow }: EraseQuestionProps) {
  const t = await getTranslations('PersonData');
  return (
    <ClientTexts>
      <ConfirmDialog
        trigger={t(goesNow ? 'erase' : 'eraseLater')}
        title={t('eraseAsk', { guest })}
        confirmLabel={t('doErase')}
        action={erasePersonAction}
        hidden={{ place: place.slug, booking: booking.id }}
      >
        <p className="mb-4">{t(goesNow ? 'eraseText' : 'eraseLaterText')}</p>
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
          required
        />
      </ConfirmDialog>
    </ClientTexts>
  );
}
