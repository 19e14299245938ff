'use client';

import type { Things } from './bars';
import { BlockPanel } from './block-panel';
import { DropPanel } from './drop-panel';
import { FreePanel } from './free-panel';
import type { BedRow } from './rows';
import { StayPanel } from './stay-panel';
import type { Refused } from './use-acts';
import type { useDrops } from './use-drops';
import type { Opened } from './use-opened';
import type { Words } from './use-words';

type CalendarPanelsProps = {
  slug: string;
  today: string;
  opened: Opened | null;
  things: Things;
  beds: readonly BedRow[];
  words: Words;
  drops: ReturnType<typeof useDrops>;
  /** The move by a form that was refused just now. */
  refused: Refused | null;
  load: (from: string, to: string) => Promise<void>;
  close: () => void;
};

/** The one panel that is open: what is asked before it is done comes before what was opened. */
export function CalendarPanels(props: CalendarPanelsProps) {
  const { slug, today, opened, things, beds, words, drops, refused, load, close } = props;
  const { asked, dropAsked, move, perform } = drops;
  const common = { slug, beds, words, occupied: things };
  if (asked !== null) {
    return <DropPanel {...common} {...asked} {...{ today, perform }} onClose={dropAsked} />;
  }
  switch (opened?.kind) {
    case 'stay': {
      const stay = things.stays.find(({ id }) => id === opened.id);
      return stay === undefined ? null : (
        <StayPanel
          key={stay.id}
          {...common}
          {...{ stay, today, load, move }}
          problem={refused?.id === stay.id ? refused.why : null}
          onClose={close}
        />
      );
    }
    case 'block': {
      const block = things.blocks.find(({ id }) => id === opened.id);
      return block === undefined ? null : (
        <BlockPanel key={block.id} {...common} block={block} onClose={close} />
      );
    }
    case 'free':
      return <FreePanel {...common} {...opened} {...{ today, move }} onClose={close} />;
    default:
      return null;
  }
}
