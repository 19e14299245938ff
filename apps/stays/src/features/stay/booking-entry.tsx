import { Button } from '@gudbro/ui/button';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { TextField } from '@gudbro/ui/text-field';
import { getLocale, getTranslations } from 'next-intl/server';
import { SiteFooter } from '../language/site-footer';
import { wordProofError } from '../verification/word-proof-error';
import type { EntryAttempt } from './entry-attempt';
import { EntryForm } from './entry-form';

type BookingEntryProps = {
  code: string;
  attempt: EntryAttempt | null;
  /** A session of this browser is over: the guest is told, not just asked. */
  hasEnded: boolean;
};

/** The booking's link: its code is in the address, the name is all that is missing. A plain form, before any script. */
export async function BookingEntry({ code, attempt, hasEnded }: BookingEntryProps) {
  const t = await getTranslations('Entry');
  return (
    <>
      <DoorSign icon="key" title={t('title')}>
        {hasEnded && <Notice icon="info">{t('ended')}</Notice>}
        <p className="text-center">
          {t.rich('text', {
            code,
            mono: (words) => (
              <span className="whitespace-nowrap font-mono font-semibold" translate="no">
                {words}
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
      </DoorSign>
      <SiteFooter path={`/stay/${code}`} />
    </>
  );
}

async function textOf(error: EntryAttempt['error']): Promise<string> {
  const t = await getTranslations('Entry');
  const words = {
    wrong: () => t('wrong'),
    wrongWithTries: (tries: number) => t('wrongWithTries', { tries }),
    locked: (wait: string) => t('locked', { wait }),
    tooFast: (wait: string) => t('tooFast', { wait }),
    incomplete: () => t('incomplete'),
    unavailable: () => t('unavailable'),
  };
  return wordProofError(error, words, await getLocale());
}
