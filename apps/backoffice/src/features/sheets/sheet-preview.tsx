'use client';

import { localeNames } from '@gudbro/domain';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import type { Preview, PreviewProblem } from './use-sheet-preview';

export const previewId = 'first-page';

/** The first page, how much there is to print, and what does not fit. */
export function SheetPreview({ preview }: { preview: Preview }) {
  const t = useTranslations('Sheets');
  return (
    <section id={previewId} aria-labelledby="preview-heading" className="rounded-2xl bg-sunken p-4">
      <h2 id="preview-heading" className="mb-3 font-display text-xl leading-snug">
        {t('previewHeading')}
      </h2>
      <div role="status">
        {preview.state === 'loading' && <p className="text-ink-soft">{t('previewLoading')}</p>}
        {preview.state === 'failed' && <p className="text-ink-soft">{t('previewFailed')}</p>}
        {preview.state === 'refused' && <Notice>{t(`refused_${preview.refusal}`)}</Notice>}
        {preview.state === 'drawn' && (
          <p className="mb-3 text-ink-soft">
            {t('pages', { pages: preview.pageCount, signs: preview.signCount })}
          </p>
        )}
      </div>
      {preview.state === 'drawn' && (
        <img
          src={preview.url}
          alt={t('previewAlt')}
          className="mx-auto max-h-[70dvh] max-w-full bg-white shadow-lift xl:max-h-[max(16rem,calc(100dvh-31rem))]"
        />
      )}
      {preview.state === 'drawn' && preview.problems.length > 0 && <Problems problems={preview.problems} />}
    </section>
  );
}

/** One line for each kind of problem: three hundred signs have the same one. */
function Problems({ problems }: { problems: readonly PreviewProblem[] }) {
  const t = useTranslations('Sheets');
  const groups = new Map<string, PreviewProblem[]>();
  for (const problem of problems) {
    const key = [problem.kind, problem.locale, problem.text, problem.characters].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return (
    <div className="mt-4">
      <Notice title={t('problemsHeading')}>
        <ul className="list-disc space-y-1 pl-5">
          {[...groups].map(([key, group]) => (
            <li key={key}>
              <Problem group={group} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Problem({ group }: { group: readonly PreviewProblem[] }) {
  const t = useTranslations('Sheets');
  const count = group.length;
  const [problem] = group;
  switch (problem?.kind) {
    case 'code_is_small':
      return t('problem_code_is_small', { count, size: problem.sizeMm ?? 0 });
    case 'language_left_out':
      return t('problem_language_left_out', { count, language: nameLanguage(problem.locale) });
    case 'text_shortened':
      return t('problem_text_shortened', { text: problem.text ?? '' });
    case 'logo_left_out':
      return t('problem_logo_left_out');
    case 'unprintable':
      return t('problem_unprintable', { characters: problem.characters ?? '' });
    default:
      return null;
  }
}

function nameLanguage(locale = ''): string {
  return Object.entries(localeNames).find(([key]) => key === locale)?.[1] ?? locale;
}
