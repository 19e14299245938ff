import { createRequire } from 'node:module';
import path from 'node:path';
import { readIfThere } from '../start/read-if-there.ts';

// Biome formats every import in the same way, so this pattern finds each one that Node would follow.
const ownImport = /(?:from|import) '(\.{1,2}\/[^']+|@gudbro\/[^']+)'/g;

/**
 * Finds the files of this repository that Node itself loads for a server, not those that Next compiles: the entry, what it
 * imports, and so on. Node loads them once, so a change of one needs a new process.
 */
export async function findServerFiles(entry: string): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (found.has(file)) {
      return;
    }
    found.add(file);
    for (const specifier of await readImports(file)) {
      const imported = resolveImport(specifier, file);
      if (imported !== null) {
        await visit(imported);
      }
    }
  };
  await visit(entry);
  return [...found].sort();
}

/** Reads the imports of a TypeScript file. The built file of a package has none of ours, since they are bundled into it. */
async function readImports(file: string): Promise<string[]> {
  if (!file.endsWith('.ts')) {
    return [];
  }
  const source = (await readIfThere(file)) ?? '';
  return [...source.matchAll(ownImport)].flatMap(([, specifier]) => specifier ?? []);
}

/** Null if there is no such package, for example while somebody is typing its name. */
function resolveImport(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) {
    return path.resolve(path.dirname(from), specifier);
  }
  try {
    return createRequire(from).resolve(specifier);
  } catch (error) {
    if (error instanceof Error && 'code' in error && notFound.has(error.code)) {
      return null;
    }
    throw error;
  }
}

const notFound = new Set<unknown>(['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED']);
