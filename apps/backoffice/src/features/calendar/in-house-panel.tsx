'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { findObstacles, isFree, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import { PriceChoice } from './price-choice';
import type { Stay } from './queries';
import { usePreview } from './use-preview';
import type { Words } from './use-words';
import { WarningList } from './warning-list';

type InHousePanelProps = {
  slug: string;
  stay: Stay;
  placement: Placement;
  today: string;
  occupied: Occupied;
  words: Words;
  perform: (price: 'keep' | 'new') => void;
  onClose: () => void;
};

/** Before a guest who is in house gets another room: what goes along. */
export function InHousePanel(props: InHousePanelProps) {
  const { slug, stay, placement, today, occupied, words, perform, onClose } = props;
  const t = useTranslations('Calendar');
  const [price, setPrice] = useState<'keep' | 'new'>('keep');
  const obstacles = findObstacles(
    occupied,
    { ...placement, from: today < stay.to ? today : stay.from, to: stay.to },
    new Set([stay.id]),
  );
  const preview = usePreview(slug, [
    {
      bookingId: stay.id,
      version: stay.version,
      roomId: placement.roomId,
      bed: placement.bed,
      checkIn: placement.from,
      checkOut: placement.to,
      price: 'keep',
    },
  ]);
  return (
    <Panel title={t('inHouseTitle', { name: stay.name, room: words.bedOf(placement) })} onClose={onClose}>
      {isFree(obstacles) ? (
        <>
          <p className="leading-relaxed">
            {t('inHouseText', { from: words.bedOf(stay), to: words.bedOf(placement) })}
          </p>
          <ul className="list-disc space-y-1.5 pl-5 leading-snug">
            <li>{t('inHouseAccess')}</li>
            <li>{t('inHouseOrders')}</li>
            <li>{t('inHouseOldRoom', { room: words.bedOf(stay) })}</li>
            <li>{t('inHousePhone', { room: words.bedOf(placement) })}</li>
          </ul>
          {preview !== null && (
            <>
              <PriceChoice
                name={stay.name}
                price={preview.moves[0]?.price ?? null}
                value={price}
                onChange={setPrice}
              />
              <WarningList warnings={preview.warnings} words={words} />
            </>
          )}
        </>
      ) : (
        <Notice tone="danger">
          {t('inHouseTaken', {
            room: words.bedOf(placement),
            who: [...obstacles.stays.map(({ name }) => name), ...obstacles.blocks.map(words.blockName)].join(
              ', ',
            ),
          })}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {isFree(obstacles) && (
          <Button onClick={() => perform(price)} className="cursor-pointer">
            {t('inHouseConfirm')}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose} className="cursor-pointer">
          {t('cancel')}
        </Button>
      </div>
    </Panel>
  );
}
