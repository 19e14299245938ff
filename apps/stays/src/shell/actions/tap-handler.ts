import { type Action, type ItemAction, readAction, type SheetAction } from '@/client/action';
import { checkLine, probeLine } from '@/client/line-state';
import { loadInTime } from '@/client/load-in-time';
import type { StaysLocale } from '@/i18n/locales';
import { type ActionParts, findParts, loadParts } from './load-actions';
import { findSheet, loadSheet } from './load-sheets';
import { hideTapFailure, isRetry, showTapFailure } from './tap-failure';

type TapEvents = {
  /** A tap on an item, which changes the saved cart without any script. */
  onItem: (action: ItemAction) => void;
  /** What the tap needs is loaded. The action is null where nothing opens: the item is in the cart already. */
  onReady: (action: SheetAction | null, parts: ActionParts) => void;
  /** How many taps wait for their scripts. */
  onWaiting: (count: number) => void;
};

/** Returns true if there is an action at the place of the tap. */
export type TapHandler = (target: EventTarget | null, tappedAt: number) => boolean;

/**
 * Loads what a tap needs. If that cannot be had in time, the tap is dropped and the page says so: nothing opens later by
 * itself, when the guest is elsewhere.
 */
export function createTapHandler(locale: StaysLocale, { onItem, onReady, onWaiting }: TapEvents): TapHandler {
  let waiting = 0;
  const handle = (action: Action, parts: ActionParts) => {
    hideTapFailure();
    onReady('itemId' in action ? null : action, parts);
  };

  async function wait(action: Action, button: Element, tappedAt: number): Promise<void> {
    button.setAttribute('aria-busy', 'true');
    onWaiting(++waiting);
    const outcome = await loadInTime(() => loadFor(action, locale), tappedAt);
    button.removeAttribute('aria-busy');
    onWaiting(--waiting);
    if (outcome.part !== null) {
      handle(action, outcome.part);
    } else if (outcome.reason === 'late' && isRetry(button) && (await isRequestHanging(tappedAt))) {
      // The browser would not send a second request for the same script.
      window.location.reload();
    } else {
      // The item is in the cart already, so another try is to open the cart.
      showTapFailure('itemId' in action ? { name: 'cart' } : action);
    }
  }

  return (target, tappedAt) => {
    const button = target instanceof Element ? target.closest('[data-action]') : null;
    const action = readAction(button);
    if (button === null || action === null) {
      return false;
    }
    checkLine();
    if ('itemId' in action) {
      onItem(action);
    }
    const loaded = findLoaded(action);
    if (loaded !== null) {
      handle(action, loaded);
    } else if (button.getAttribute('aria-busy') !== 'true') {
      void wait(action, button, tappedAt);
    }
    return true;
  };
}

function findLoaded(action: Action): ActionParts | null {
  return 'itemId' in action || findSheet(action.name) ? findParts() : null;
}

async function loadFor(action: Action, locale: StaysLocale): Promise<ActionParts> {
  const [parts] = await Promise.all([
    loadParts(locale),
    'itemId' in action ? undefined : loadSheet(action.name),
  ]);
  return parts;
}

/** The server responds, but no script has arrived since the tap: then the connection is not just slow. */
async function isRequestHanging(tappedAt: number): Promise<boolean> {
  const hasArrived = performance
    .getEntriesByType('resource')
    .some((entry) => entry.name.endsWith('.js') && entry.startTime + entry.duration > tappedAt);
  return !hasArrived && (await probeLine());
}
