/** The key that does the same as a button, for who sees it. A phone has none. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="ml-1 hidden rounded-md border border-current px-1.5 font-mono font-normal text-xs opacity-70 pointer-fine:inline"
    >
      {children}
    </span>
  );
}
