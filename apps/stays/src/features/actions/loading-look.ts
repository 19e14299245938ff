/** Beside the thumb, where the guest looks. */
export const loadingLook =
  'fixed inset-x-0 bottom-24 z-20 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-canvas shadow-lift';
