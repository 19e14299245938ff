import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type SqlPosition, SupabaseLocalError } from '@gudbro/supabase-local';
import { StartError } from '../start/read-settings.ts';

/**
 * Formats an error as `supabase/schemas/rooms.sql:12: syntax error at or near "tabel"`. If Postgres does not name a line,
 * the result is its message and the files that have changed.
 */
export async function formatDatabaseError(
  error: unknown,
  supabaseDir: string,
  changed: readonly string[],
): Promise<string> {
  if (error instanceof SupabaseLocalError && error.position !== undefined) {
    const { file, line } = await findSchemaLine(error.position, supabaseDir);
    return `${path.relative(path.dirname(supabaseDir), file)}:${line}: ${readMessage(error.cause)}`;
  }
  const suspects = changed.length === 0 ? '' : ` Changed: ${changed.join(', ')}.`;
  if (error instanceof SupabaseLocalError || error instanceof StartError) {
    return `${error.message}${suspects}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function readMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Finds the line of the schema for a line of the baseline, which contains the text of every schema unchanged. */
async function findSchemaLine(position: SqlPosition, supabaseDir: string): Promise<SqlPosition> {
  const script = await readFile(position.file, 'utf8');
  // No file matches in a folder that has only migrations.
  for (const name of globSync('schemas/**/*.sql', { cwd: supabaseDir })) {
    const file = path.join(supabaseDir, name);
    const content = await readFile(file, 'utf8');
    const schema = content.trim();
    const start = schema === '' ? -1 : script.indexOf(schema);
    const line = position.line - countLines(script.slice(0, start)) + 1;
    if (start !== -1 && line >= 1 && line <= countLines(schema)) {
      return { file, line: line + countLines(content.slice(0, content.indexOf(schema))) - 1 };
    }
  }
  return position;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
