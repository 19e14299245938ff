import 'server-only';
import type { AccountClient } from './account-client';

/** The newest entry of a row's history. Nothing where the person may not read the history, and so cannot undo either. */
export async function findChange(
  client: AccountClient,
  { table, id }: { table: string; id: string },
): Promise<{ changeId?: string }> {
  const entry = await client.query((db) =>
    db
      .from('audit_log')
      .select('id')
      .eq('table_name', table)
      .eq('row_id', id)
      .order('created_at', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
  return entry === null ? {} : { changeId: entry.id };
}
