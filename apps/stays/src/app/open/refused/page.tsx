import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { readRefusedForm, refusedFormPath } from '@/server/api/refused-form';
import { ErrorSign } from '@/shell/errors/error-sign';
import { FormNotSent } from '@/shell/errors/form-not-sent';
import { SiteFooter } from '@/shell/language/site-footer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a refused form is redirected to, because without script only a page can show the error. */
export default async function Page({ searchParams }: Props) {
  const { error, path } = readRefusedForm(await searchParams);
  setPageResponse({ route: refusedFormPath, ...statusOfError(error) });
  return (
    <>
      {error.error === 'invalid_request' ? (
        <FormNotSent path={path} />
      ) : (
        <ErrorSign error={error} path={path} />
      )}
      <SiteFooter path={path} />
    </>
  );
}
