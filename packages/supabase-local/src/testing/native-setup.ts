import type { TestProject } from 'vitest/node';
import { startNativePostgres } from './start-native-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    nativePostgresUrl: string;
  }
}

/** vitest's `globalSetup`: starts one Postgres for all workers and ends it with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startNativePostgres();
  project.provide('nativePostgresUrl', server.url);
  return () => server.close();
}
