'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buildChain, type Chain, type Choice } from './chain';
import { DisplacedChoice } from './displaced-choice';
import { InHouseNotes, isOnlyDirty } from './in-house-notes';
import { isMoveInHouse, type Move, makeMove, type Occupied, type Placement } from './moves';
import { Panel } from './panel';
import { PriceChoice } from './price-choice';
import type { Stay } from './queries';
import type { BedRow } from './rows';
import { type Decision, formatSentMoves } from './sent-moves';
import { usePreview } from './use-preview';
import type { Words } from './use-words';
import { WarningList } from './warning-list';

type DropPanelProps = {
  slug: string;
  stay: Stay;
  placement: Placement;
  today: string;
  occupied: Occupied;
  beds: readonly BedRow[];
  words: Words;
  perform: (moves: readonly Move[], decisions: ReadonlyMap<string, Decision>) => void;
  onClose: () => void;
};

/**
 * Before a move that concerns others, the price, or a guest who is in house is done: who is in the way and where they go, what it
 * costs, what goes along, and all that will happen, line by line.
 */
export function DropPanel(props: DropPanelProps) {
  const { slug, stay, placement, today, occupied, beds, words, perform, onClose } = props;
  const t = useTranslations('Calendar');
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [prices, setPrices] = useState<ReadonlyMap<string, 'keep' | 'new'>>(new Map());
  const [stayingReports, setStayingReports] = useState<ReadonlyMap<string, string[]>>(new Map());
  const chain = buildChain(occupied, makeMove(stay, placement, today), choices, beds, today);
  const byId = new Map(occupied.stays.map((one) => [one.id, one]));
  const preview = usePreview(
    slug,
    formatSentMoves(chain.moves, (id) => byId.get(id)?.version ?? ''),
  );
  const previewOf = (id: string) => preview?.moves.find(({ bookingId }) => bookingId === id) ?? null;
  const inHouse = chain.moves.filter(isMoveInHouse);
  const problems = inHouse.map(({ id }) => previewOf(id)?.roomObstacle ?? null);
  const isUsable = problems.every((problem) => problem === null || isOnlyDirty(problem));
  const isInHouseAlone = inHouse.length === 1 && chain.moves.length === 1 && chain.displaced.length === 0;
  const decide = (id: string): Decision => ({
    price: prices.get(id) ?? 'keep',
    despiteRoom: isOnlyDirty(previewOf(id)?.roomObstacle ?? null),
    stayingReports: stayingReports.get(id) ?? [],
  });
  return (
    <Panel
      title={t(isInHouseAlone ? 'inHouseTitle' : 'dropTitle', {
        name: stay.name,
        room: words.bedOf(placement),
      })}
      onClose={onClose}
    >
      {chain.displaced.map((one) => (
        <DisplacedChoice
          key={one.stay.id}
          one={one}
          leftBed={words.bedOf(stay)}
          choose={(choice) => setChoices(new Map(choices).set(one.stay.id, choice))}
          {...{ today, occupied, beds, words }}
        />
      ))}
      <Stuck chain={chain} words={words} />
      {!isInHouseAlone && (
        <section className="space-y-2">
          <h3 className="font-display text-xl">{t('whatHappens')}</h3>
          <ol className="space-y-2">
            {chain.moves.map((move) => (
              <li key={move.id} className="leading-snug">
                <span className="font-semibold">{byId.get(move.id)?.name}</span>
                {': '}
                {describeMove(move, byId.get(move.id), words)}
              </li>
            ))}
          </ol>
        </section>
      )}
      {inHouse.length > 0 && (
        <InHouseNotes
          guests={inHouse.flatMap((move) => {
            const guest = byId.get(move.id);
            // Before all is chosen, whoever is in the way is still in the room.
            const known = chain.isComplete ? previewOf(move.id) : null;
            return guest === undefined ? [] : [{ stay: guest, move, preview: known }];
          })}
          isAlone={isInHouseAlone}
          chooseReports={(id, chosen) => setStayingReports(new Map(stayingReports).set(id, chosen))}
          {...{ words, stayingReports }}
        />
      )}
      {preview?.moves.map(({ bookingId, price }) => (
        <PriceChoice
          key={bookingId}
          name={byId.get(bookingId)?.name ?? ''}
          price={price}
          value={prices.get(bookingId) ?? 'keep'}
          onChange={(value) => setPrices(new Map(prices).set(bookingId, value))}
        />
      ))}
      {preview !== null && <WarningList warnings={preview.warnings} words={words} />}
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={!chain.isComplete || !isUsable}
          onClick={() => perform(chain.moves, new Map(chain.moves.map(({ id }) => [id, decide(id)])))}
          className="cursor-pointer"
        >
          {problems.some(isOnlyDirty)
            ? t('moveAllTheSame', { count: chain.moves.length })
            : isInHouseAlone
              ? t('inHouseConfirm')
              : t('moveCount', { count: chain.moves.length })}
        </Button>
        <Button variant="secondary" onClick={onClose} className="cursor-pointer">
          {t('cancel')}
        </Button>
      </div>
    </Panel>
  );
}

/** Why a chain cannot be done. */
function Stuck({ chain: { stuck }, words }: { chain: Chain; words: Words }) {
  const t = useTranslations('Calendar');
  const lines = [
    ...stuck.blocks.map((one) =>
      t('stuckBlock', { block: words.blockName(one), days: words.days(one.from, one.to) }),
    ),
    ...(stuck.hasClash ? [t('stuckClash')] : []),
  ];
  return lines.map((line) => (
    <Notice key={line} tone="danger" role="alert">
      {line}
    </Notice>
  ));
}

function describeMove(move: Move, stay: Stay | undefined, words: Words): string {
  if (stay === undefined) {
    return words.bedOf(move);
  }
  const [before, after] = [words.days(stay.from, stay.to), words.days(move.from, move.to)];
  const rooms = `${words.bedOf(stay)} → ${words.bedOf(move)}`;
  return before === after ? `${rooms}, ${after}` : `${rooms}, ${before} → ${after}`;
}
