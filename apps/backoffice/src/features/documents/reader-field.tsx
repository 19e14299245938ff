'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Scanned } from './read-scanned';
import type { Reader } from './use-reader';

/** Where a reader types. It ends its lines with Enter, which must not send the form: so it is a field of several lines. */
export function ReaderField({ reader: { area, scanned, read } }: { reader: Reader }) {
  const t = useTranslations('DeskDocument');
  const describe = useDescription();
  useEffect(() => {
    // At a desk the next thing is a scan. On a phone the keyboard would cover the form.
    if (window.matchMedia('(pointer: fine)').matches) {
      area.current?.focus({ preventScroll: true });
    }
  }, [area]);
  const look =
    scanned === null ? 'text-ink-soft' : scanned.ok ? 'font-medium text-ink' : 'font-medium text-danger';
  return (
    <div>
      <label htmlFor="reader" className="mb-1.5 block font-semibold">
        {t('reader')}
      </label>
      <textarea
        ref={area}
        id="reader"
        rows={3}
        spellCheck={false}
        autoCapitalize="characters"
        aria-describedby="reader-hint"
        onChange={read}
        className="block w-full min-w-0 rounded-xl border border-field-line bg-surface px-4 py-3 font-mono text-base text-ink"
      />
      {/* As high as two lines of it, so that the fields below stay where they are. */}
      <p id="reader-hint" role="status" className={`mt-1.5 min-h-10 text-sm leading-snug ${look}`}>
        {scanned?.ok && <Icon name="check" className="mr-1 inline-block size-4 align-text-bottom" />}
        {describe(scanned)}
      </p>
    </div>
  );
}

function useDescription() {
  const t = useTranslations('DeskDocument');
  const words = useTranslations('Documents');
  return (scanned: Scanned | null): string => {
    if (scanned === null) {
      return t('readerHint');
    }
    if (scanned.ok) {
      return t('readerDone');
    }
    if (scanned.at === null) {
      return t('readerUnknown');
    }
    const { field, line } = scanned.at;
    const key = `field_${field}` as never; // the lines have fields of their own besides
    return t('readerFailed', { field: words.has(key) ? words(key) : field, line });
  };
}
