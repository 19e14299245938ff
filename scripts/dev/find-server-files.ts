import { createRequire } from 'node:module';
import path from 'node:path';
import { readIfThere } from './read-if-there.ts';

// What Biome formats is written in one way, so this finds every import that Node would follow.
const ownImport = /(?:from|import) '(\.{1,2}\/[^']+|@gudbro\/[^']+)'/g;

/**
 * The files of this repository that a server runs on besides what Next compiles: its entry, what that imports, and so
 * on. Node has them in memory once it has started, so a change of one needs a new process.
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

/** A package that is built is one file to us: its own imports are in it. */
async function readImports(file: string): Promise<string[]> {
  if (!file.endsWith('.ts')) {
    return [];
  }
  const source = (await readIfThere(file)) ?? '';
  return [...source.matchAll(ownImport)].flatMap(([, specifier]) => specifier ?? []);
}

/** Null: there is no such package, as while somebody types its name. */
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
