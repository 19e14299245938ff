import { sheetNames } from '@/client/action';
import type { ActionMessages } from '@/i18n/action-messages';
import type { StaysLocale } from '@/i18n/locales';
import { loadActionMessages } from './load-action-messages';
import { loadApp, loadSheet, type StayApp } from './load-sheets';
import type { StayPage } from './stay-page';

/** What every action needs: the component that handles taps, and its messages. */
export type ActionParts = { App: StayApp; messages: ActionMessages };

let parts: ActionParts | null = null;

/** Rejects if a script cannot be fetched. A later call fetches it again. */
export async function loadParts(locale: StaysLocale): Promise<ActionParts> {
  if (parts === null) {
    const [App, messages] = await Promise.all([loadApp(), loadActionMessages(locale)]);
    parts = { App, messages };
  }
  return parts;
}

export function findParts(): ActionParts | null {
  return parts;
}

/** The loaders of everything a tap may need, so that it is there when the line is gone: the scripts, then the catalogue. */
export function listLoaders({ code, locale }: StayPage): readonly (() => Promise<unknown>)[] {
  return [
    () => loadParts(locale),
    // Documents need a connection anyway, so their sheet is not loaded ahead.
    ...sheetNames.filter((name) => name !== 'documents').map((name) => () => loadSheet(name)),
    async () => (await import('../cart/use-catalogue')).saveCatalogueAhead(code),
  ];
}
