'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { findObstacles, isFree, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import type { Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';
import type { Words } from './use-words';

type InHousePanelProps = {
  stay: Stay;
  placement: Placement;
  today: string;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  seesMoney: boolean;
  perform: (bedKey: string, price: 'keep' | 'new') => void;
  onClose: () => void;
};

/** Before a guest who is in house gets another room: what goes along. */
export function InHousePanel(props: InHousePanelProps) {
  const { stay, placement, today, occupied, beds, words, seesMoney, perform, onClose } = props;
  const t = useTranslations('Calendar');
  const [price, setPrice] = useState<'keep' | 'new'>('keep');
  const bed = beds.find(({ roomId, bed: name }) => roomId === placement.roomId && name === placement.bed);
  const obstacles = findObstacles(
    occupied,
    { ...placement, from: today < stay.to ? today : stay.from, to: stay.to },
    new Set([stay.id]),
  );
  const isOtherType = bed !== undefined && bed.typeId !== stay.typeId;
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
          {isOtherType && seesMoney && (
            <fieldset className="space-y-1">
              <legend className="font-semibold">{t('inHousePrice')}</legend>
              {(['keep', 'new'] as const).map((choice) => (
                <label key={choice} className="flex min-h-11 cursor-pointer items-center gap-3">
                  <input
                    type="radio"
                    name="price"
                    checked={price === choice}
                    onChange={() => setPrice(choice)}
                    className="size-5"
                  />
                  {t(`inHousePrice_${choice}`)}
                </label>
              ))}
            </fieldset>
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
        {isFree(obstacles) && placement.roomId !== null && (
          <Button
            onClick={() => perform(formatBedKey(placement.roomId ?? '', placement.bed), price)}
            className="cursor-pointer"
          >
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
