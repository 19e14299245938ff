'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { removeBlockAction } from './actions';
import { BlockForm } from './block-form';
import { Panel } from './panel';
import type { Block } from './queries';
import type { BedRow } from './rows';
import type { Words } from './use-words';

type BlockPanelProps = {
  slug: string;
  block: Block;
  beds: readonly BedRow[];
  words: Words;
  onClose: () => void;
};

/** One block: changed by its form, or removed by a tap, which the message after it offers to undo. */
export function BlockPanel({ slug, block, beds, words, onClose }: BlockPanelProps) {
  const t = useTranslations('Calendar');
  const { state, isPending, form } = useOneTap(removeBlockAction, onClose);
  return (
    <Panel title={words.blockName(block)} onClose={onClose}>
      <BlockForm slug={slug} block={block} beds={beds} onDone={onClose} />
      <form {...form} className="space-y-4 border-line border-t pt-5">
        <input type="hidden" name="place" value={slug} />
        <input type="hidden" name="id" value={block.id} />
        <input type="hidden" name="version" value={block.version} />
        <FormProblem state={state} />
        <Button
          type="submit"
          variant="secondary"
          aria-disabled={isPending}
          className="w-full cursor-pointer sm:w-auto"
        >
          {t('removeBlock')}
        </Button>
      </form>
    </Panel>
  );
}
