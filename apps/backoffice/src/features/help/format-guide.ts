import type { BackofficeLocale } from '@/i18n/locales';
import { chapterIds, formatPicturePath, guides } from './guide.ts';
import { resolveNames } from './resolve-names.ts';

/** The guide as one page of Markdown, which stands in `docs/`. */
export function formatGuide(locale: BackofficeLocale, other: { file: string; name: string }): string {
  const { title, intro, chapters } = guides[locale];
  const write = (text: string) =>
    resolveNames(text, locale)
      .map(({ text: piece, isName }) => (isName ? `**${piece}**` : piece))
      .join('');
  const lines = [
    '<!-- Written by `pnpm guide:pictures` from apps/backoffice/src/features/help. Do not change it here. -->',
    '',
    `# ${title}`,
    '',
    `[${other.name}](${other.file})`,
    '',
    write(intro),
  ];
  for (const [index, id] of chapterIds.entries()) {
    const chapter = chapters[id];
    lines.push('', `## ${index + 1}. ${chapter.title}`, '', write(chapter.about));
    for (const part of chapter.parts) {
      lines.push('', `### ${part.title}`);
      if (part.text !== undefined) {
        lines.push('', write(part.text));
      }
      if (part.steps !== undefined) {
        lines.push('', ...part.steps.map((step, number) => `${number + 1}. ${write(step)}`));
      }
      if (part.picture !== undefined) {
        const { name, alt } = part.picture;
        lines.push('', `![${alt}](../apps/backoffice/public${formatPicturePath(locale, name)})`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
