import type { Place } from './read-result.ts';

/** The characters at a place. */
export function cut(lines: readonly string[], { line, start, end }: Place): string {
  return (lines[line] ?? '').slice(start, end);
}

/** The text at a place, with spaces for fillers. */
export function cutText(lines: readonly string[], place: Place): string {
  return withoutFillers(cut(lines, place));
}

/** Fillers inside a text stand for a space or a sign that the format does not have. */
export function withoutFillers(text: string): string {
  return text.replaceAll('<', ' ').trim();
}
