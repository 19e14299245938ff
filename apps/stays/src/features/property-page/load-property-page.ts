import 'server-only';
import { type ErrorBody, type PageError, readPageError } from '@gudbro/api-kit';
import {
  type Availability,
  type PropertyPageData,
  slugParamsSchema,
} from '@gudbro/guest-api/property-page-schemas';
import { getLocale } from 'next-intl/server';
import { readPageCaller } from '@/server/caller';
import { getAvailability, getPropertyPage } from './queries';
import { readSearch, type Search } from './search';

export type PropertyPageView = {
  page: PropertyPageData;
  search: Search | null;
  /** Null where the address has no search, or one with wrong dates. */
  found: Availability | null;
};

type PropertyPageLoad =
  | { view: PropertyPageView; error: null }
  | { view: null; error: PageError | ErrorBody<'not_found'> };

type Query = Record<string, string | string[] | undefined>;

/** Loads the property and its rooms and, if the address has a search, what is free in those nights. */
export async function loadPropertyPage(slugInput: string, query: Query): Promise<PropertyPageLoad> {
  const params = slugParamsSchema.safeParse({ slug: slugInput });
  if (!params.success) {
    return { view: null, error: { error: 'not_found' } };
  }
  const { slug } = params.data;
  try {
    const [caller, locale] = await Promise.all([readPageCaller(), getLocale()]);
    const client = caller.clientKey();
    const page = await getPropertyPage(slug, client, locale);
    const search = readSearch(query, page.today);
    if (search === null || search.error !== null) {
      return { view: { page, search, found: null }, error: null };
    }
    const found = await getAvailability(slug, search, { client, locale });
    return { view: { page, search, found }, error: null };
  } catch (thrown) {
    return { view: null, error: readPageError(thrown, '/[slug]', ['not_found']) };
  }
}
