import type { CodeRefusal } from '@gudbro/access-codes/parse';
import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { describeCodeRefusal } from './describe-code-refusal';

type RoomCodeFormProps = {
  /** What was typed or scanned before, to be corrected. */
  value?: string | undefined;
  refusal?: CodeRefusal | undefined;
};

/** One field and a plain GET, for whom the camera fails. Takes a pasted address as well. */
export async function RoomCodeForm({ value, refusal }: RoomCodeFormProps) {
  const t = await getTranslations('Code');
  return (
    <form action="/open" className="space-y-4">
      <TextField
        label={t('label')}
        name="code"
        hint={t('hint')}
        error={refusal && describeCodeRefusal(refusal, t)}
        defaultValue={value}
        required
        maxLength={300}
        placeholder="RM-"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" className="w-full">
        {t('open')}
      </Button>
    </form>
  );
}
