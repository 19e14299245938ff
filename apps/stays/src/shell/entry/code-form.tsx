import type { CodeRefusal } from '@gudbro/access-codes';
import { Button, type ButtonVariant } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { formatCodeRefusal } from './format-code-refusal';

type CodeFormProps = {
  /** The code to correct. */
  value?: string | undefined;
  refusal?: CodeRefusal | undefined;
  /** Ask for a room code. Codes of other kinds are accepted all the same. */
  expects?: 'room';
  button?: ButtonVariant;
};

/** One field for every kind of code, also for a pasted address. A GET form, so that it works without script. */
export async function CodeForm({ value, refusal, expects, button = 'primary' }: CodeFormProps) {
  const t = await getTranslations('Code');
  return (
    // noValidate: our own errors instead of the browser's bubbles.
    <form action="/open" noValidate className="space-y-4">
      <TextField
        label={expects ? t('label') : t('anyLabel')}
        name="code"
        hint={expects ? t('hint') : t('anyHint')}
        error={refusal && formatCodeRefusal(refusal, t)}
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
