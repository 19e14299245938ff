'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useScreenKeys } from '@/shell/keys/letter-keys';
import { PictureTools } from './picture-tools';
import { type PictureAddress, useShownPages } from './use-shown-pages';

type PictureViewerProps = {
  pages: readonly PictureAddress[];
  /** What a screen reader reads of a page: the kind of document and whose it is. */
  label: { type: string; name: string };
};

// As classes: no style may stand in the page itself.
const sizes = [
  'size-full',
  'size-[150%]',
  'size-[200%]',
  'size-[300%]',
  'size-[400%]',
  'size-[600%]',
] as const;
// Turned by a quarter, the width of the frame limits the height of the picture.
const lying = 'max-h-[100cqw] max-w-[100cqh]';
const standing = 'max-h-[100cqh] max-w-[100cqw]';
const turns = [
  `${standing} rotate-0`,
  `${lying} rotate-90`,
  `${standing} rotate-180`,
  `${lying} rotate-270`,
] as const;

/** The picture of a document, larger and smaller and turned, by buttons and by keys. */
export function PictureViewer({ pages, label }: PictureViewerProps) {
  const t = useTranslations('Documents');
  const { held, hasFailed, loadAgain, onLoad, onError } = useShownPages(pages);
  const [page, setPage] = useState(1);
  const [seen, setSeen] = useState<readonly number[]>([1]);
  const [zoom, setZoom] = useState(0);
  const [turn, setTurn] = useState(0);
  const acts = {
    enlarge: () => setZoom((now) => Math.min(now + 1, sizes.length - 1)),
    reduce: () => setZoom((now) => Math.max(now - 1, 0)),
    fit: () => setZoom(0),
    turnLeft: () => setTurn((now) => (now + 3) % 4),
    turnRight: () => setTurn((now) => (now + 1) % 4),
    choosePage: (chosen: number) => {
      setPage(chosen);
      setSeen((before) => (before.includes(chosen) ? before : [...before, chosen]));
    },
  };
  useScreenKeys({
    '+': acts.enlarge,
    '=': acts.enlarge,
    '-': acts.reduce,
    '0': acts.fit,
    ArrowLeft: acts.turnLeft,
    ArrowRight: acts.turnRight,
  });
  const nameOf = (one: number) => t('pageOf', { page: one, count: held.length, ...label });
  return (
    <div className="space-y-3">
      <Frame
        pages={held.filter((one) => seen.includes(one.page))}
        page={page}
        looks={{ zoom, turn }}
        name={nameOf}
        on={{ onLoad, onError }}
      />
      {hasFailed && (
        <Notice tone="danger" role="alert">
          <p>{t('pictureFailed')}</p>
          <Button variant="secondary" onClick={loadAgain} className="mt-2 cursor-pointer">
            {t('loadAgain')}
          </Button>
        </Notice>
      )}
      <PictureTools page={page} count={held.length} acts={acts} />
    </div>
  );
}

type FrameProps = {
  /** Those that were opened. Each stays: its address would not open it again. */
  pages: readonly PictureAddress[];
  page: number;
  looks: { zoom: number; turn: number };
  name: (page: number) => string;
  on: { onLoad: () => void; onError: () => void };
};

/** What the picture is seen through: it scrolls where the picture is larger. */
function Frame({ pages, page, looks: { zoom, turn }, name, on }: FrameProps) {
  return (
    <div className="h-[min(45dvh,22rem)] overflow-auto overscroll-contain rounded-2xl bg-sunken shadow-lift sm:h-[min(65dvh,40rem)]">
      <div className={`@container-size relative ${sizes[zoom]}`}>
        {pages.map((one) => (
          <img
            key={one.src}
            {...on}
            src={one.src}
            alt={name(one.page)}
            hidden={one.page !== page}
            className={`absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2 ${turns[turn]}`}
          />
        ))}
      </div>
    </div>
  );
}
