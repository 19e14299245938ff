import 'server-only';
import type { AccountClient } from './account-client';

/** The newest entry of a row's history that can be undone. Nothing where the person may not read it, and so cannot undo it either. */
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
      .not('undo_role', 'is', null)
      .order('created_at', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
  return entry === null ? {} : { changeId: entry.id };
}
