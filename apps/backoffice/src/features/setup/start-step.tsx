import { listStarters } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { PlainField } from '@/shell/plain-form/plain-field';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { skipStartAction } from './actions';
import type { readContent, SetupPlace } from './queries';
import { SetupLayout } from './setup-layout';
import { readSetupTexts } from './setup-texts';
import { SkipForm } from './skip-form';
import { addStartersAction } from './start-actions';
import { formatSetupPath } from './steps';

type StartStepProps = { place: SetupPlace; content: Awaited<ReturnType<typeof readContent>> };

/** Rules, things to order and numbers to begin with, each of which may be left out. */
export async function StartStep({ place, content }: StartStepProps) {
  const [t, texts] = await Promise.all([
    getTranslations('Setup'),
    readSetupTexts(formatSetupPath(place.slug, 'start')),
  ]);
  const starters = listStarters({ type: place.type, country: place.country, locale: place.defaultLocale });
  const check = (kind: string, key: string, label: string): PlainField => ({
    name: `${kind}_${key}`,
    label,
    type: 'check',
    lang: place.defaultLocale,
    value: 'on',
  });
  const groups = [
    {
      heading: t('startRules'),
      fields: starters.rules
        .filter(({ text }) => !place.houseRules.includes(text))
        .map(({ key, text }) => check('rule', key, text)),
    },
    {
      heading: t('startServices'),
      fields: starters.services
        .filter(({ text }) => !content.itemNames.has(text))
        .map(({ key, text }) => check('service', key, text)),
    },
    {
      heading: t('startNumbers'),
      fields: starters.numbers
        .filter(({ phone }) => !content.phones.has(phone))
        .map(({ key, text, phone }) => check('number', key, `${text}: ${phone}`)),
    },
  ].filter(({ fields }) => fields.length > 0);
  return (
    <SetupLayout
      step="start"
      slug={place.slug}
      reached={place.setupStep ?? 6}
      heading={t('startHeading')}
      intro={t('startIntro')}
    >
      {groups.length === 0 ? (
        <>
          <Notice icon="check">{t('startNothing')}</Notice>
          <SkipForm action={skipStartAction} place={place} step="start" label={t('goOn')} />
        </>
      ) : (
        <>
          <PlainForm
            action={addStartersAction}
            hidden={{ place: place.slug }}
            fields={groups.flatMap(({ heading, fields }) => [{ heading }, ...fields])}
            submit={t('addLines')}
            submitting={t('saving')}
            texts={texts}
          />
          <SkipForm action={skipStartAction} place={place} step="start" />
        </>
      )}
    </SetupLayout>
  );
}
