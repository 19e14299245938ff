import type postgres from 'postgres';
import { readSchemaFiles } from './read-schema-files.ts';

/** Builds the schema in an empty database, file by file, and names the file that fails. */
export async function applySchemas(connection: postgres.Sql): Promise<void> {
  for (const { path, content } of await readSchemaFiles()) {
    try {
      await connection.unsafe(content);
    } catch (cause) {
      throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
}
