import { startSupabase } from '@gudbro/supabase-local';
import { readOrCreateKeys } from '@gudbro/supabase-local/keys';

/** The embedded Supabase on a given Postgres, as a process of its own, so that a proof can end it and read its log. */
const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl = '', SUPABASE_PORT: port } = process.env;
const keys = await readOrCreateKeys(`${dataDir}/keys.json`, { production: false });
const supabase = await startSupabase({
  port: Number(port),
  dataDir,
  databaseUrl,
  keys,
  jobs: [{ name: 'sweep', sql: 'select public.sweep()', everySeconds: 60 }],
});
const stop = () => supabase.close().then(() => process.exit(0));
process.once('SIGTERM', stop);
// The proof has ended, even if it was killed.
process.once('disconnect', stop);
// The first request makes it read the schema, and so does each that comes meanwhile: many at once would time out.
await fetch(`${supabase.url}/rest/v1/rpc/sweep`, { method: 'POST', headers: { apikey: keys.secretKey } });
process.stdout.write(`${JSON.stringify({ ready: true, url: supabase.url })}\n`);
