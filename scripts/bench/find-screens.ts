import { globSync } from 'node:fs';
import path from 'node:path';
import { findTemplate } from '../proof/list-addresses.ts';

const app = path.join(import.meta.dirname, '../../apps/backoffice');
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** All screens of a place, such as `types/[]`, found in the source, so that a new one is measured by itself. */
export function listScreens(): string[] {
  return globSync('src/app/p/[[]slug[]]/*/**/page.tsx', { cwd: app })
    .map((file) => findTemplate(file).split('/').slice(3).join('/'))
    .map((template) => template.replace(/\[\w+\]/g, '[]'));
}

/** The screen behind a link of this place, as `listScreens` names it. Null: the link leads out of the place. */
export function nameScreen(href: string, slug: string): string | null {
  const { pathname } = new URL(href, 'http://localhost');
  const [, p, place, ...parts] = pathname.split('/');
  return p === 'p' && place === slug ? parts.map((part) => (uuid.test(part) ? '[]' : part)).join('/') : null;
}
