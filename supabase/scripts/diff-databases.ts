import { runSupabaseCli } from '@gudbro/db-types/supabase-cli';

/** The SQL that turns the schema of one database into that of another, by Supabase's own CLI. Empty: they are equal. */
export async function diffDatabases(fromUrl: string, toUrl: string): Promise<string> {
  const sql = await runSupabaseCli([
    ...['db', 'diff', `--from=${withoutTls(fromUrl)}`, `--to=${withoutTls(toUrl)}`],
    ...['--use-pg-delta', '--schema', 'public,private'],
  ]);
  return sql.trim();
}

// Both are on this machine. Asked for TLS, the CLI prints a warning among the SQL.
function withoutTls(url: string): string {
  return `${url}?sslmode=disable`;
}
