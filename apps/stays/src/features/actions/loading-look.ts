/** Beside the thumb, where the guest looks. Under an open sheet it would wait for the guest, not the guest for it. */
export const loadingLook =
  'fixed inset-x-0 bottom-24 z-20 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-canvas shadow-lift [:root:has(dialog[open])_&]:hidden';
