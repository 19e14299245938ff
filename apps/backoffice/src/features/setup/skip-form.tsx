import type { FormAction } from '@gudbro/api-kit';
import { getTranslations } from 'next-intl/server';
import { PlainForm } from '@/shell/plain-form/plain-form';
import type { SetupPlace } from './queries';
import { readSetupTexts } from './setup-texts';
import { formatSetupPath, type SetupStep } from './steps';

type SkipFormProps = {
  action: FormAction;
  place: SetupPlace;
  step: SetupStep;
  /** Where it is the way on, and not a way around. */
  label?: string;
  isQuiet?: boolean;
};

/** Goes on to the next step without what this one asks. */
export async function SkipForm({ action, place, step, label, isQuiet = label === undefined }: SkipFormProps) {
  const [t, texts] = await Promise.all([
    getTranslations('Setup'),
    readSetupTexts(formatSetupPath(place.slug, step)),
  ]);
  return (
    <div className="mt-3">
      <PlainForm
        action={action}
        hidden={{ place: place.slug }}
        fields={[]}
        submit={label ?? t('skip')}
        submitting={t('saving')}
        texts={texts}
        variant={isQuiet ? 'secondary' : 'primary'}
      />
    </div>
  );
}
