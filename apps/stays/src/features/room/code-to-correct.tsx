import type { CodeRefusal } from '@gudbro/access-codes';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '../code-entry/code-form';

type CodeToCorrectProps = {
  roomCode: string;
  /** Absent: the code has the right form, and no room has it. */
  reason?: CodeRefusal;
};

export async function CodeToCorrect({ roomCode, reason }: CodeToCorrectProps) {
  const t = await getTranslations('Refusal');
  return (
    <DoorSign icon="key" title={reason ? t('malformedTitle') : t('notFoundTitle')}>
      {!reason && <p className="text-center">{t('notFoundText')}</p>}
      <CodeForm value={roomCode} refusal={reason} expects="room" />
    </DoorSign>
  );
}
