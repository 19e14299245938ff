import type { SqlPosition } from './supabase-local-error.ts';

/** The line of a script that a statement failed at. Postgres says where something is written wrongly, not where a value is. */
export function locateSqlError(error: unknown, file: string, script: string): SqlPosition | undefined {
  if (typeof error !== 'object' || error === null || !('position' in error)) return undefined;
  const position = Number(error.position);
  if (!Number.isInteger(position) || position < 1) return undefined;
  // Postgres counts characters, from 1; a JavaScript string counts some characters twice.
  const before = [...script].slice(0, position - 1);
  return { file, line: before.filter((character) => character === '\n').length + 1 };
}
