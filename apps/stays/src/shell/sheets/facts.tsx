import { Fragment } from 'react';

/** Short facts in one line. Lines break between facts, not inside one. */
export function Facts({ facts }: { facts: readonly (string | false | null | undefined)[] }) {
  return (
    <span className="block text-ink-soft text-sm">
      {facts.filter(Boolean).map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          <span className="wrap-anywhere inline-block max-w-full">{fact}</span>
        </Fragment>
      ))}
    </span>
  );
}
