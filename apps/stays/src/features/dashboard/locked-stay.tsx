import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { actionProps } from '../actions/action';
import { ActionRow } from './action-row';

/** Tells a browsing guest what they can do once verified. If the room is empty, it asks for a booking code instead. */
export async function LockedStay({ isEmpty }: { isEmpty: boolean }) {
  const [t, stay] = await Promise.all([getTranslations('Locked'), getTranslations('Stay')]);
  return (
    <Card title={isEmpty ? t('emptyTitle') : t('title')} icon="lock" className="print:hidden">
      <p className="text-pretty leading-relaxed">{isEmpty ? t('emptyText') : t('text')}</p>
      <button
        type="button"
        {...actionProps({ name: 'stay' })}
        className="mt-3 flex min-h-12 w-full items-center justify-center gap-2 rounded-xl border border-field-line px-5 py-3 font-semibold leading-tight hover:bg-sunken"
      >
        <Icon name="key" className="size-5 shrink-0 text-accent" />
        {isEmpty ? t('haveCode') : t('open')}
      </button>
      {!isEmpty && (
        <div className="mt-3 -mb-3 border-line border-t">
          <ActionRow icon="wrench" action={{ name: 'report' }} isLocked>
            {stay('report')}
          </ActionRow>
        </div>
      )}
    </Card>
  );
}
