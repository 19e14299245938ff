import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { ErrorSign } from '@/features/errors/error-sign';
import { SiteFooter } from '@/features/language/site-footer';
import { FormNotSent } from '@/features/refused-form/form-not-sent';
import { readRefusedForm, refusedFormPath } from '@/features/refused-form/refused-form';

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
