import { buttonClass } from '@gudbro/ui/button';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { PageHeader } from '@gudbro/ui/page-header';
import { TextField } from '@gudbro/ui/text-field';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { erasePersonAction } from './person-actions';
import type { ErasedPart } from './person-queries';

type PersonViewProps = {
  place: Place;
  booking: { id: string; guestName: string };
  plan: readonly ErasedPart[];
};

/** A guest's data: to take all of it along, and to erase it, with what has to be kept until when. */
export async function PersonView({ place, booking, plan }: PersonViewProps) {
  const t = await getTranslations('PersonData');
  const path = `/p/${place.slug}/bookings/${booking.id}`;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('heading', { guest: booking.guestName })}</title>
      <BackLink href={path} label={booking.guestName} />
      <PageHeader title={t('heading', { guest: booking.guestName })} description={t('intro')} />
      <Card title={t('seeTitle')} icon="copy">
        <p className="mb-4 text-pretty leading-relaxed">{t('see')}</p>
        {/* A file, and no screen of ours. */}
        <a href={`${path}/data/archive`} download className={buttonClass('primary')}>
          {t('download')}
        </a>
      </Card>
      <Card title={t('eraseTitle')} icon="close">
        <p className="mb-4 text-pretty leading-relaxed">{t('eraseIntro')}</p>
        <Plan place={place} plan={plan} />
        <ClientTexts>
          <ConfirmDialog
            trigger={t('erase')}
            title={t('eraseAsk', { guest: booking.guestName })}
            confirmLabel={t('erase')}
            action={erasePersonAction}
            hidden={{ place: place.slug, booking: booking.id }}
          >
            <p className="mb-4">{t('eraseText')}</p>
            <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={500} />
          </ConfirmDialog>
        </ClientTexts>
      </Card>
    </div>
  );
}

async function Plan({ place, plan }: Pick<PersonViewProps, 'place' | 'plan'>) {
  const [t, format] = await Promise.all([getTranslations('PersonData'), getFormatter()]);
  const tell = ({ until, rule }: ErasedPart) => {
    if (rule === null) {
      return t('goes');
    }
    const why = t(`why_${rule}`);
    return until === null
      ? t('kept', { why })
      : t('keptUntil', {
          date: format.dateTime(new Date(until), { dateStyle: 'medium', timeZone: place.timezone }),
          why,
        });
  };
  return (
    <ul className="mb-5 divide-y divide-line">
      {plan.map((part) => (
        <li key={`${part.what} ${part.documentId}`} className="flex gap-3 py-3">
          <Icon
            name={part.rule === null ? 'check' : 'lock'}
            className={`mt-1 size-4 shrink-0 ${part.rule === null ? 'text-accent' : 'text-ink-soft'}`}
          />
          <div className="min-w-0">
            <p className="font-semibold">{t(`what_${part.what}`)}</p>
            <p className="text-pretty text-ink-soft leading-snug">{tell(part)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
