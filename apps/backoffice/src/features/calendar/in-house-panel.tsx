'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { findObstacles, isFree, isMovable, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import { PriceChoice } from './price-choice';
import type { Preview, Stay } from './queries';
import type { InHouseChoice } from './use-drops';
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
  perform: (choice: InHouseChoice) => void;
  openStay: (stay: Stay) => void;
  onClose: () => void;
};

/** Before a guest who is in house gets another room: what goes along, and what is not as it should be there. */
export function InHousePanel(props: InHousePanelProps) {
  const { slug, stay, placement, today, occupied, words, perform, openStay, onClose } = props;
  const t = useTranslations('Calendar');
  const [price, setPrice] = useState<'keep' | 'new'>('keep');
  const [stayingReports, setStayingReports] = useState<readonly string[]>([]);
  const obstacles = findObstacles(
    occupied,
    { ...placement, from: today < placement.to ? today : stay.from },
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
  const { roomObstacle = null, openReports = [] } = preview?.moves[0] ?? {};
  const isUnusable = roomObstacle === 'out_of_order';
  const isDirty = roomObstacle === 'dirty' || roomObstacle === 'cleaning';
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
            {placement.to !== stay.to && (
              <li>{t('inHouseDeparture', { days: words.days(stay.from, placement.to) })}</li>
            )}
          </ul>
          {isUnusable && (
            <Notice tone="danger">{t('inHouseOutOfOrder', { room: words.bedOf(placement) })}</Notice>
          )}
          {isDirty && <Notice icon="clock">{t('inHouseDirty', { room: words.bedOf(placement) })}</Notice>}
          <StayingReports
            reports={openReports}
            room={words.bedOf(stay)}
            chosen={stayingReports}
            onChange={setStayingReports}
          />
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
      {obstacles.stays.filter(isMovable).map((one) => (
        <Button
          key={one.id}
          variant="secondary"
          onClick={() => openStay(one)}
          className="w-full cursor-pointer sm:w-auto"
        >
          {t('inHouseMoveFirst', { name: one.name })}
        </Button>
      ))}
      <div className="flex flex-wrap gap-3">
        {isFree(obstacles) && !isUnusable && (
          <Button
            onClick={() => perform({ price, isDespiteRoom: isDirty, stayingReports })}
            className="cursor-pointer"
          >
            {isDirty ? t('inHouseAllTheSame') : t('inHouseConfirm')}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose} className="cursor-pointer">
          {t('cancel')}
        </Button>
      </div>
    </Panel>
  );
}

type StayingReportsProps = {
  reports: Preview['moves'][number]['openReports'];
  room: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

/** The open reports of the guest: those that are about the room itself are ticked, and stay with it. */
function StayingReports({ reports, room, chosen, onChange }: StayingReportsProps) {
  const t = useTranslations('Calendar');
  if (reports.length === 0) {
    return null;
  }
  return (
    <fieldset>
      <legend className="font-semibold">{t('inHouseReports', { room })}</legend>
      {reports.map(({ id, title }) => (
        <label key={id} className="flex min-h-12 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
            className="size-5 shrink-0"
          />
          <span className="wrap-anywhere min-w-0">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
