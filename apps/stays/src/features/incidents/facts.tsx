import { Fragment } from 'react';

/** Small facts in a line. Where it is full, a whole one goes to the next. */
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
