import type { CodeRefusal } from '@gudbro/access-codes';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '../entry/code-form';
import { SiteFooter } from '../language/site-footer';

/** The page for a malformed code in the address: what is wrong with it, and a field to correct it. */
export async function MalformedCode({ input, refusal }: { input: string; refusal: CodeRefusal }) {
  const t = await getTranslations('Refusal');
  return (
    <>
      <DoorSign icon="key" title={t('malformedTitle')}>
        <CodeForm value={input} refusal={refusal} />
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
