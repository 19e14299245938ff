import type { PageError } from '@gudbro/api-kit';
import { SiteFooter } from '../language/site-footer';
import { ErrorSign } from './error-sign';

/** A whole page for the errors that can happen on every page. */
export function ErrorPage({ error, path }: { error: PageError; path: string }) {
  return (
    <>
      <ErrorSign error={error} path={path} />
      <SiteFooter path={path} />
    </>
  );
}
