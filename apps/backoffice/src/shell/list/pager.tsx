import { getTranslations } from 'next-intl/server';
import { LinkButton } from './link-button';

type PagerProps = {
  /** The address part of the next page, from `takePage`. */
  next: string | null;
  /** Whether this is a page after the first. */
  isLater: boolean;
  /** The other parts of the address: search and filters. */
  query: Record<string, string>;
};

/** The ways to the first and the next page of a list. */
export async function Pager({ next, isLater, query }: PagerProps) {
  const t = await getTranslations('List');
  if (next === null && !isLater) {
    return null;
  }
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap gap-3 pt-2">
      {isLater && (
        <LinkButton href={`?${new URLSearchParams(kept)}`} variant="secondary">
          {t('first')}
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton href={`?${new URLSearchParams([...kept, ['after', next]])}`} variant="secondary">
          {t('next')}
        </LinkButton>
      )}
    </nav>
  );
}
