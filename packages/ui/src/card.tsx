import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon.tsx';

type CardProps = {
  title?: string;
  icon?: IconName;
  children: ReactNode;
  className?: string;
  /** So that links can lead to this card. It needs a title. */
  id?: string;
};

/** A box on the page. With a title it is a landmark of that name. */
export function Card({ title, icon, children, className = '', id }: CardProps) {
  const titleId = useId();
  const look = `rounded-2xl bg-surface p-5 shadow-lift sm:p-6 ${className}`.trimEnd();
  if (title === undefined) {
    return <div className={look}>{children}</div>;
  }
  return (
    <section id={id} aria-labelledby={titleId} className={`scroll-mt-4 ${look}`}>
      <h2 id={titleId} className="mb-3 flex items-center gap-2.5 font-display text-xl leading-snug">
        {icon && <Icon name={icon} className="size-5 shrink-0 text-accent" />}
        <span className="wrap-anywhere min-w-0">{title}</span>
      </h2>
      {children}
    </section>
  );
}
