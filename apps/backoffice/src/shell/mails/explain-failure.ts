import { getTranslations } from 'next-intl/server';

/** Returns what says in words why a message was not sent. A reason without words of its own is a fault of ours. */
export async function createFailureWords(): Promise<(error: string | null) => string> {
  const t = await getTranslations('MessageErrors');
  return (error) =>
    error !== null && t.has(`error_${error}` as never) ? t(`error_${error}` as never) : t('error_internal');
}
