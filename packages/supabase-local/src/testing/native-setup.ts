import type { TestProject } from 'vitest/node';
import { startNativePostgres } from './start-native-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    nativePostgresUrl: string;
  }
}

/** vitest's `globalSetup`: one Postgres for all workers, ended when the run ends. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startNativePostgres();
  project.provide('nativePostgresUrl', server.url);
  return () => server.close();
}
