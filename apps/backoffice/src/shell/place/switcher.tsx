'use client';

import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

type SwitcherProps = { current: string; places: readonly { slug: string; name: string }[] };

const searchFrom = 8;

/** The name of the place, and on a press the list of all places of this person. It needs no script but for the search. */
export function Switcher({ current, places }: SwitcherProps) {
  const t = useTranslations('Shell');
  const [text, setText] = useState('');
  const name = places.find(({ slug }) => slug === current)?.name ?? '';
  const shown = places.filter((place) => place.name.toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  return (
    <>
      <button
        type="button"
        popoverTarget="places"
        className="flex min-h-12 min-w-0 cursor-pointer items-center gap-2 rounded-xl px-3 text-left hover:bg-sunken"
      >
        <span className="min-w-0 truncate font-display text-lg">{name}</span>
        <Icon name="chevron" className="size-4 shrink-0 text-ink-soft" />
        <span className="sr-only">{t('switchPlace')}</span>
      </button>
      <div
        id="places"
        popover="auto"
        className="fixed top-16 left-3 m-0 max-h-[70dvh] w-80 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-2xl border border-line bg-surface p-2 text-ink shadow-lift"
      >
        {places.length >= searchFrom && (
          <input
            type="search"
            aria-label={t('searchPlaces')}
            placeholder={t('searchPlaces')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="mb-2 min-h-12 w-full rounded-xl border border-field-line bg-surface px-4"
          />
        )}
        <ul>
          {shown.map((place) => (
            <li key={place.slug}>
              <Link
                href={`/p/${place.slug}/today`}
                prefetch={false}
                aria-current={place.slug === current ? 'true' : undefined}
                className="flex min-h-12 items-center justify-between gap-3 rounded-xl px-3 hover:bg-sunken aria-current:font-semibold"
              >
                <span className="wrap-anywhere">{place.name}</span>
                {place.slug === current && <Icon name="check" className="size-5 shrink-0 text-accent" />}
              </Link>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="p-3 text-ink-soft">{t('noPlaceFound')}</p>}
      </div>
    </>
  );
}
