/** Shown for the few seconds in which a tap loads its script: at the bottom, near the thumb. A sheet would cover it. */
export function LoadingToast({ text }: { text: string }) {
  return (
    <p
      role="status"
      className="fixed inset-x-0 bottom-24 z-20 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-canvas shadow-lift [:root:has(dialog[open],#tap-failure:not([hidden]))_&]:hidden"
    >
      {text}
    </p>
  );
}
