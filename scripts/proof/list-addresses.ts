import { globSync } from 'node:fs';
import path from 'node:path';

/** An address of the product, with `[name]` where it takes a value. */
export type Address = { app: 'stays' | 'backoffice'; template: string; methods: readonly string[] };

/** What the description of the API names: its operations, and the fields and parameters that requests may have. */
export type ApiDescription = { operations: readonly Address[]; names: readonly string[] };

const root = path.join(import.meta.dirname, '../..');
const builtIn = ['/_next/static/chunks/none.js', '/_next/image', '/_next/data/none/index.json', '/none'];

/** All pages, routes and public files of both apps, found in the source, so that a new one is found by itself. */
export function listPages(): Address[] {
  return (['stays', 'backoffice'] as const).flatMap((app) => {
    const directory = path.join(root, 'apps', app);
    const pages = globSync('src/app/**/{page.tsx,route.ts,manifest.ts,icon.svg}', { cwd: directory });
    const files = globSync('public/**/*.*', { cwd: directory });
    const templates = [
      ...pages.map(findTemplate),
      ...files.map((file) => file.replace(/^public/, '')),
      ...builtIn,
    ];
    return templates.map((template) => ({ app, template, methods: ['GET', 'POST'] }));
  });
}

/** `src/app/(signed-in)/rooms/[roomId]/page.tsx` is served at `/rooms/[roomId]`. */
export function findTemplate(file: string): string {
  const parts = file.split(path.sep).slice(2);
  const last = parts.at(-1) ?? '';
  const folders = parts.slice(0, -1).filter((part) => !/^\(.*\)$/.test(part));
  const own = last === 'manifest.ts' ? ['manifest.webmanifest'] : last === 'icon.svg' ? ['icon.svg'] : [];
  return `/${[...folders, ...own].join('/')}`;
}

/** Reads an OpenAPI document. Its `{name}` becomes `[name]`, as in the source. */
export function readApiDescription(document: unknown): ApiDescription {
  const paths = Object.entries(readObject(readObject(document)['paths']));
  const operations = paths.map(
    ([template, methods]): Address => ({
      app: 'stays',
      template: template.replaceAll('{', '[').replaceAll('}', ']'),
      methods: Object.keys(readObject(methods)).map((method) => method.toUpperCase()),
    }),
  );
  return { operations, names: [...new Set(findNames(document))] };
}

/** The names of parameters and of the fields of schemas, wherever they are in the document. */
function findNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = readObject(value);
  const fields = Object.keys(readObject(own['properties']));
  const parameter = typeof own['in'] === 'string' && typeof own['name'] === 'string' ? [own['name']] : [];
  return [...fields, ...parameter, ...Object.values(own).flatMap(findNames)];
}

function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
