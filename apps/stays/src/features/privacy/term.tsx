import type { ReactNode } from 'react';

/** A list of terms: what is collected, why and for how long. */
export function TermList({ children }: { children: ReactNode }) {
  return <dl className="space-y-4 text-pretty leading-relaxed">{children}</dl>;
}

type TermProps = { title: string; children: ReactNode };

export function Term({ title, children }: TermProps) {
  return (
    <div>
      <dt className="font-semibold text-ink-soft text-sm">{title}</dt>
      <dd className="space-y-2">{children}</dd>
    </div>
  );
}
