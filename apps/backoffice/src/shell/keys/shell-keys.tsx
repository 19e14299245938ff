'use client';

import { Button } from '@gudbro/ui/button';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { type CommandPath, commands } from '../find/commands';
import { usePlaceSlug } from '../place/place-context';
import { type ScreenPath, screens } from '../place/screens';
import { useHasLine } from '../place/use-has-line';
import { isTyping, letterKeysStorage, letterTime } from './letter-keys';

/** What `KeysButton` opens. */
export const keysDialogId = 'shell-keys';

const pathsByKeys = new Map<string, ScreenPath | CommandPath>([
  ...screens.map(({ path, key }) => [`g ${key}`, path] as const),
  ...commands.map(({ path, key }) => [`n ${key}`, path] as const),
]);

/** What the person's role opens. */
type ShellKeysProps = { paths: readonly (ScreenPath | CommandPath)[] };

const inCalendar = ['arrows', 'enter', 'm', 'shift', 'escape', 'home'] as const;
const inDocument = ['c', 'a', 'd', 'v', 'r', 's', 'j', 'zoom', 'turn'] as const;

/**
 * The keys of every screen: `?` shows them, `/` goes to the search of the list, `g` and a letter open a screen, `n` and a letter
 * begin something new. Whoever dictates, or types with one finger, can switch the single letters off (WCAG 2.1.4).
 */
export function ShellKeys({ paths }: ShellKeysProps) {
  const t = useTranslations('Keys');
  const names = useTranslations('Screens');
  const acts = useTranslations('Commands');
  const slug = usePlaceSlug();
  const router = useRouter();
  const hasLine = useHasLine();
  const dialog = useRef<HTMLDialogElement>(null);
  const [areOn, setAreOn] = useState(true);
  useEffect(() => setAreOn(localStorage.getItem(letterKeysStorage) !== 'off'), []);
  const open = useEffectEvent((path: ScreenPath | CommandPath) => {
    if (paths.includes(path) && hasLine()) {
      router.push(`/p/${slug}/${path}`);
    }
  });
  // Bound once: each live update renders the frame anew, and would forget a `g` that waits for its letter.
  useEffect(() => {
    if (!areOn) {
      return;
    }
    const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
      if (!isTyping(event)) {
        event.preventDefault();
        act();
      }
    };
    const bindings = {
      'Shift+?': unlessTyping(() => dialog.current?.showModal()),
      '/': unlessTyping(() => document.querySelector<HTMLElement>('[data-list-search]')?.focus()),
      ...Object.fromEntries(
        Array.from(pathsByKeys, ([keys, path]) => [keys, unlessTyping(() => open(path))]),
      ),
    };
    return tinykeys(window, bindings, { timeout: letterTime });
  }, [areOn]);
  const toggle = (on: boolean) => {
    localStorage.setItem(letterKeysStorage, on ? 'on' : 'off');
    setAreOn(on);
  };
  const keys = [
    { keys: 'Ctrl K, ⌘ K', text: t('find') },
    { keys: '/', text: t('search') },
    ...screens
      .filter(({ path }) => paths.includes(path))
      .map(({ path, key }) => ({ keys: `g ${key}`, text: names(path) })),
    ...commands
      .filter(({ path }) => paths.includes(path))
      .map(({ path, key }) => ({ keys: `n ${key}`, text: acts(path) })),
    { keys: 'F6', text: t('message') },
    { keys: '?', text: t('help') },
  ];
  return (
    <dialog
      ref={dialog}
      id={keysDialogId}
      aria-labelledby="keys-title"
      className="m-auto w-full max-w-md rounded-2xl bg-surface p-6 text-ink shadow-lift backdrop:bg-black/60"
    >
      <h2 id="keys-title" className="font-display text-2xl">
        {t('title')}
      </h2>
      {/* First, so that the dialog begins at its top: a browser focuses the first control. */}
      <label className="mt-2 flex min-h-12 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={areOn}
          onChange={(event) => toggle(event.target.checked)}
          className="size-6"
        />
        {t('letters')}
      </label>
      <KeyList keys={keys} />
      {paths.includes('calendar') && (
        <>
          <h3 className="mt-6 font-display text-xl">{t('inCalendar')}</h3>
          <KeyList
            keys={inCalendar.map((name) => ({ keys: t(`key_${name}`), text: t(`calendar_${name}`) }))}
          />
        </>
      )}
      {paths.includes('documents') && (
        <>
          <h3 className="mt-6 font-display text-xl">{t('inDocument')}</h3>
          <KeyList
            keys={inDocument.map((name) => ({ keys: t(`documentKey_${name}`), text: t(`document_${name}`) }))}
          />
        </>
      )}
      <Button
        variant="secondary"
        onClick={() => dialog.current?.close()}
        className="mt-4 w-full cursor-pointer"
      >
        {t('close')}
      </Button>
    </dialog>
  );
}

function KeyList({ keys }: { keys: readonly { keys: string; text: string }[] }) {
  return (
    <dl className="mt-4 divide-y divide-line">
      {keys.map((one) => (
        <div key={one.keys} className="flex items-center justify-between gap-4 py-2">
          <dt>{one.text}</dt>
          <dd className="shrink-0">
            <kbd className="rounded-lg bg-sunken px-2 py-1 font-mono text-sm">{one.keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
