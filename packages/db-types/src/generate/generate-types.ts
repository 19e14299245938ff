import { runSupabaseCli } from './run-supabase-cli.ts';

/** The types of a migrated local database, exactly as Supabase's own generator prints them. */
export function generateTypes(databaseUrl: string): Promise<string> {
  return runSupabaseCli([
    'gen',
    'types',
    'typescript',
    '--schema',
    'public',
    `--remote=${withoutTls(databaseUrl)}`,
  ]);
}

/** Without this the CLI tries TLS first and prints a warning above the types. */
function withoutTls(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('sslmode', 'disable');
  return url.href;
}
