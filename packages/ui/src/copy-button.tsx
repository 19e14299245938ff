'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';

type CopyButtonProps = {
  /** The id of the element whose text is copied, or selected where the browser refuses to copy. */
  sourceId: string;
  label: string;
  copiedLabel: string;
  /** Shown when the text could only be selected. */
  selectedLabel: string;
  /** What to do with the copy. Shown from the first copy on. */
  next?: string;
  /** Colours and layout. By default it looks like a secondary button. */
  className?: string;
};

type Outcome = 'idle' | 'copied' | 'selected';

const shownForMs = 2500;

/** Copies the text of another element. Hidden where scripts are off, since the person can select the text by hand. */
export function CopyButton({
  sourceId,
  label,
  copiedLabel,
  selectedLabel,
  next,
  className = 'border border-field-line bg-surface text-ink hover:bg-sunken active:bg-sunken',
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const [hasCopied, setHasCopied] = useState(false);

  useEffect(() => {
    if (outcome === 'idle') {
      return;
    }
    const timer = setTimeout(() => setOutcome('idle'), shownForMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    const reached = await copyTextOf(sourceId);
    setOutcome(reached);
    setHasCopied((before) => before || reached !== 'idle');
  }

  const statusTexts = { idle: '', copied: copiedLabel, selected: selectedLabel };
  return (
    <>
      <button
        type="button"
        aria-label={label}
        onClick={copy}
        className={`min-h-12 rounded-xl px-5 py-2 font-semibold leading-tight [@media(scripting:none)]:hidden ${className}`}
      >
        {/* All three are in one grid cell, so that the size of the button does not change. */}
        <span aria-hidden="true" className="grid grid-cols-1 items-center justify-items-center">
          <Face icon="copy" text={label} shown={outcome === 'idle'} />
          <Face icon="check" text={copiedLabel} shown={outcome === 'copied'} />
          <Face icon="info" text={selectedLabel} shown={outcome === 'selected'} />
        </span>
      </button>
      <span role="status" className="sr-only">
        {statusTexts[outcome]}
      </span>
      {next && (
        <p role="status" className="mt-2 text-pretty text-sm leading-snug empty:hidden">
          {hasCopied ? next : ''}
        </p>
      )}
    </>
  );
}

function Face({ icon, text, shown }: { icon: 'copy' | 'check' | 'info'; text: string; shown: boolean }) {
  return (
    <span
      className={`wrap-anywhere col-start-1 row-start-1 flex min-w-0 items-center gap-2 ${shown ? '' : 'invisible'}`}
    >
      <Icon name={icon} className="size-5 shrink-0" />
      {text}
    </span>
  );
}

async function copyTextOf(sourceId: string): Promise<Outcome> {
  const source = document.getElementById(sourceId);
  if (source === null) {
    return 'idle';
  }
  try {
    // `clipboard` is missing on plain http, as on a local network or a captive portal.
    await navigator.clipboard.writeText(source.textContent);
    return 'copied';
  } catch {
    getSelection()?.selectAllChildren(source);
    return document.execCommand('copy') ? 'copied' : 'selected';
  }
}
