import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { TextField } from '@gudbro/ui/text-field';
import { getLocale, getTranslations } from 'next-intl/server';
import type { EntryAttempt } from '@/server/session/entry-attempt';
import { formatProofError } from '@/shell/entry/format-proof-error';
import { RefreshOnceVerified } from '@/shell/entry/refresh-once-verified';
import { SiteFooter } from '@/shell/language/site-footer';
import { KnownDeskLinks } from '@/shell/property/known-desk-links';
import { EntryForm } from './entry-form';

type BookingEntryProps = {
  code: string;
  attempt: EntryAttempt | null;
  /** This browser's session for the booking has ended: the page says so above the form. */
  hasEnded: boolean;
};

/** The page of a booking's link for a guest who is not verified yet: it asks for the last name. Works without script. */
export async function BookingEntry({ code, attempt, hasEnded }: BookingEntryProps) {
  const t = await getTranslations('Entry');
  return (
    <>
      <DoorSign icon="key" title={t('title')}>
        {hasEnded && <Notice icon="info">{t('ended')}</Notice>}
        <p className="text-center">
          {t.rich('text', {
            code,
            mono: (chunks) => (
              <span className="whitespace-nowrap font-mono font-semibold" translate="no">
                {chunks}
              </span>
            ),
          })}
        </p>
        <EntryForm action={`/stay/${code}/enter`}>
          <TextField
            label={t('lastName')}
            name="lastName"
            hint={t('hint')}
            error={attempt ? await textOf(attempt.error) : undefined}
            defaultValue={attempt?.typed}
            required
            maxLength={200}
            autoComplete="family-name"
            autoCapitalize="words"
            spellCheck={false}
            autoFocus={attempt !== null}
          />
          <Button type="submit" className="w-full">
            {t('open')}
          </Button>
        </EntryForm>
        <p className="text-center text-ink-soft">{t('inRoom')}</p>
        <p className="text-center text-ink-soft">{t('noNumber')}</p>
        <KnownDeskLinks />
        <RefreshOnceVerified />
      </DoorSign>
      <SiteFooter path={`/stay/${code}`} />
    </>
  );
}

async function textOf(error: EntryAttempt['error']): Promise<string> {
  const t = await getTranslations('Entry');
  const texts = {
    wrong: () => t('wrong'),
    wrongWithTries: (tries: number) => t('wrongWithTries', { tries }),
    locked: (wait: string) => t('locked', { wait }),
    tooFast: (wait: string) => t('tooFast', { wait }),
    incomplete: () => t('incomplete'),
    unavailable: () => t('unavailable'),
  };
  return formatProofError(error, texts, await getLocale());
}
