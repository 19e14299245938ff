import type { ReactNode } from 'react';

type PageHeaderProps = { title: string; description?: string; actions?: ReactNode };

/** The top of a page: its only h1, and the links and buttons for what can be done on the page. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 className="break-words font-display text-3xl leading-tight">{title}</h1>
        {description && <p className="mt-1 break-words text-ink-soft">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 sm:gap-3">{actions}</div>}
    </header>
  );
}
