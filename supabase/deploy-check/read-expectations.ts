import { readdir } from 'node:fs/promises';
import { readSchemaFiles } from '../scripts/read-schema-files.ts';

/** What the repository says a deployment has. Read from its own files, so that no list here can fall behind them. */
export interface Expectations {
  /** The fourteen digits of each migration. */
  migrations: string[];
  /** `role name` for each function of the API and the role that may execute it. */
  functionGrants: string[];
  /** The names of the policies on storage.objects. */
  storagePolicies: string[];
}

export async function readExpectations(): Promise<Expectations> {
  const files = await readdir(new URL('../migrations/', import.meta.url));
  const schema = (await readSchemaFiles()).map(({ content }) => content).join('\n');
  const grants = schema.matchAll(/^grant execute on function public\.(\w+)\([^;]*\)\s+to\s+(\w+);/gm);
  return {
    migrations: files.flatMap((file) => /^\d{14}(?=_.*\.sql$)/.exec(file) ?? []).sort(),
    functionGrants: [...grants].map(([, name, role]) => `${role} ${name}`),
    storagePolicies: [...schema.matchAll(/^create policy "([^"]+)" on storage\.objects/gm)].map(
      ([, name = '']) => name,
    ),
  };
}
