import type { CodeRefusal } from '@gudbro/access-codes';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '../code-entry/code-form';

type CodeToCorrectProps = {
  roomCode: string;
  /** Null: the code has the right form, and no room has it. */
  refusal: CodeRefusal | null;
};

export async function CodeToCorrect({ roomCode, refusal }: CodeToCorrectProps) {
  const t = await getTranslations('Refusal');
  return (
    <DoorSign icon="key" title={refusal ? t('malformedTitle') : t('notFoundTitle')}>
      {!refusal && <p className="text-center">{t('notFoundText')}</p>}
      <CodeForm value={roomCode} refusal={refusal ?? undefined} expects="room" />
    </DoorSign>
  );
}
