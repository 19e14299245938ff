import 'server-only';
import { type ErrorBody, type PageError, readPageError } from '@gudbro/api-kit';
import { slugParamsSchema } from '@gudbro/guest-api/property-page-schemas';
import { getLocale } from 'next-intl/server';
import { readPageCaller } from '@/server/caller';
import { getPrivacyNotice, type PrivacyNoticeData } from './queries';

type PrivacyNoticeLoad =
  | { notice: PrivacyNoticeData; error: null }
  | { notice: null; error: PageError | ErrorBody<'not_found'> };

export async function loadPrivacyNotice(slug: string): Promise<PrivacyNoticeLoad> {
  const params = slugParamsSchema.safeParse({ slug });
  if (!params.success) {
    return { notice: null, error: { error: 'not_found' } };
  }
  try {
    const [caller, locale] = await Promise.all([readPageCaller(), getLocale()]);
    return { notice: await getPrivacyNotice(params.data.slug, caller.clientKey(), locale), error: null };
  } catch (thrown) {
    return { notice: null, error: readPageError(thrown, '/[slug]/privacy', ['not_found']) };
  }
}
