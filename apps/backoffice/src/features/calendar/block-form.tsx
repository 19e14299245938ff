'use client';

import { Button } from '@gudbro/ui/button';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { saveBlockAction } from './actions';
import { blockKinds } from './block-kinds';
import { DayFields } from './day-fields';
import type { Block } from './queries';
import type { BedRow } from './rows';

type BlockFormProps = {
  slug: string;
  /** The block that is changed, or the room and days that a new one begins with. */
  block: Pick<Block, 'roomId' | 'bed' | 'from' | 'to'> &
    Partial<Pick<Block, 'id' | 'version' | 'kind' | 'note'>>;
  beds: readonly BedRow[];
  onDone: () => void;
};

/** Closes a room, or one bed of it, for some days. */
export function BlockForm({ slug, block, beds, onDone }: BlockFormProps) {
  const t = useTranslations('Calendar');
  const roomId = useId();
  const kindId = useId();
  const [from, setFrom] = useState(block.from);
  const [to, setTo] = useState(block.to);
  const { state, isPending, form } = useOneTap(saveBlockAction, onDone);
  return (
    <form {...form} className="space-y-4">
      <input type="hidden" name="place" value={slug} />
      <input type="hidden" name="id" value={block.id ?? ''} />
      <input type="hidden" name="version" value={block.version ?? ''} />
      <div>
        <label htmlFor={roomId} className="mb-1.5 block font-semibold">
          {t('roomLabel')}
        </label>
        <Select id={roomId} name="bed" defaultValue={`${block.roomId}/${block.bed ?? ''}`}>
          {listChoices(beds).map(({ value, name, isWhole }) => (
            <option key={value} value={value}>
              {isWhole ? t('wholeRoom', { name }) : name}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <label htmlFor={kindId} className="mb-1.5 block font-semibold">
          {t('kindLabel')}
        </label>
        <Select id={kindId} name="kind" defaultValue={block.kind ?? 'closed'}>
          {blockKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </Select>
      </div>
      <DayFields
        from={from}
        to={to}
        onFrom={setFrom}
        onTo={setTo}
        labels={{ from: t('blockFrom'), to: t('blockTo') }}
      />
      <TextField
        name="note"
        label={t('noteLabel')}
        hint={t('noteHint')}
        maxLength={500}
        defaultValue={block.note ?? ''}
        autoComplete="off"
      />
      <FormProblem state={state} />
      <Button type="submit" aria-disabled={isPending} className="w-full cursor-pointer sm:w-auto">
        {block.id === undefined ? t('addBlock') : t('saveBlock')}
      </Button>
    </form>
  );
}

/** Each private room, and each dormitory as a whole and by its beds. A choice without a bed is the whole room. */
function listChoices(beds: readonly BedRow[]) {
  return beds.flatMap((row, index) => {
    const own = { value: row.key, name: row.name, isWhole: false };
    const isFirstOfDorm = row.bed !== '' && beds[index - 1]?.roomId !== row.roomId;
    return isFirstOfDorm ? [{ value: `${row.roomId}/`, name: row.number, isWhole: true }, own] : [own];
  });
}
