import { type Action, actionProps } from '@/client/action';

/** The id of the panel that says that a tap could not be handled (tap-failure-panel.tsx). public/early-taps.js knows it too. */
export const tapFailureId = 'tap-failure';

/**
 * Shows the panel. Its button *Try again* gets the action of the tap, so that a tap on it is the same tap once more.
 * React never changes these attributes, because no state of it depends on them.
 */
export function showTapFailure(action: Action): void {
  const panel = document.getElementById(tapFailureId);
  const retry = panel?.querySelector('[data-retry]');
  for (const [name, value] of Object.entries({ 'data-item': '', ...actionProps(action) })) {
    retry?.setAttribute(name, value);
  }
  panel?.removeAttribute('hidden');
}

export function hideTapFailure(): void {
  document.getElementById(tapFailureId)?.setAttribute('hidden', '');
}

export function isRetry(button: Element): boolean {
  return button.hasAttribute('data-retry');
}

/** A tap on the panel's button to close it. */
export function isDismissal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-dismiss]') !== null;
}
