/** At the bottom, near the thumb. Hidden while a sheet is open, since the toast would lie under it. */
export const loadingToastClass =
  'fixed inset-x-0 bottom-24 z-20 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-canvas shadow-lift [:root:has(dialog[open])_&]:hidden';
