import type { CodeRefusal } from '@gudbro/access-codes';
import { Button, type ButtonVariant } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { describeCodeRefusal } from './describe-code-refusal';

type CodeFormProps = {
  /** What was typed or scanned before, to be corrected. */
  value?: string | undefined;
  refusal?: CodeRefusal | undefined;
  /** On a room's page a room code is meant where it could be two. Any other code is taken all the same. */
  expects?: 'room';
  button?: ButtonVariant;
};

/** One field for every kind of code and a plain GET, so that it works before any script. Takes a pasted address as well. */
export async function CodeForm({ value, refusal, expects, button = 'primary' }: CodeFormProps) {
  const t = await getTranslations('Code');
  return (
    <form action="/open" className="space-y-4">
      {expects && <input type="hidden" name="expects" value={expects} />}
      <TextField
        label={expects ? t('label') : t('anyLabel')}
        name="code"
        hint={expects ? t('hint') : t('anyHint')}
        error={refusal && describeCodeRefusal(refusal, t)}
        defaultValue={value}
        required
        maxLength={300}
        {...(expects ? { placeholder: 'RM-' } : {})}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" variant={button} className="w-full">
        {expects ? t('open') : t('openAny')}
      </Button>
    </form>
  );
}
