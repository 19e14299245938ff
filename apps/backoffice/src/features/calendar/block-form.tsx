'use client';

import { useTranslations } from 'next-intl';
import { DateInput, SelectInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { saveBlockAction } from './actions';
import { blockKinds } from './block-kinds';
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
  const { id = '', version = '', roomId, bed, from, to } = block;
  return (
    <RecordForm
      action={saveBlockAction}
      hidden={{ place: slug, id, version }}
      draftKey={`${slug}/calendar/block/${id === '' ? `${roomId}/${bed}/${from}/${to}` : id}`}
      submitLabel={id === '' ? t('addBlock') : t('saveBlock')}
      onDone={onDone}
    >
      <SelectInput
        name="bed"
        label={t('roomLabel')}
        defaultValue={`${roomId}/${bed ?? ''}`}
        options={listChoices(beds).map(({ value, name, isWhole }) => ({
          value,
          label: isWhole ? t('wholeRoom', { name }) : name,
        }))}
      />
      <SelectInput
        name="kind"
        label={t('kindLabel')}
        defaultValue={block.kind ?? 'closed'}
        options={blockKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      />
      <div className="grid grid-cols-1 gap-3 min-[24rem]:grid-cols-2">
        {/* Other days above are days of the block too, while what was typed beside them stays. */}
        <DateInput key={`from ${from}`} name="from" label={t('blockFrom')} required defaultValue={from} />
        <DateInput key={`to ${to}`} name="to" label={t('blockTo')} required defaultValue={to} />
      </div>
      <TextInput
        name="note"
        label={t('noteLabel')}
        hint={t('noteHint')}
        maxLength={500}
        defaultValue={block.note ?? ''}
        autoComplete="off"
      />
    </RecordForm>
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
