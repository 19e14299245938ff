import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { DeskContacts } from '@/server/desk-contacts';
import { Desk } from '../property/desk';
import { tapFailureId } from './tap-failure';

/**
 * Says that a tap could not be handled, and how to reach the desk instead. It is in the document from the start, because
 * no script may be needed to show it but the one that noticed (tap-failure.ts, public/early-taps.js).
 */
export async function TapFailurePanel({ desk }: { desk: DeskContacts }) {
  const t = await getTranslations('Offline');
  return (
    <section
      id={tapFailureId}
      role="alert"
      hidden
      suppressHydrationWarning
      className="fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 px-3 md:bottom-4"
    >
      <div className="mx-auto max-w-lg space-y-3 rounded-2xl border border-line bg-surface p-4 pt-2 leading-snug shadow-lift">
        <div className="flex items-start gap-2">
          <div className="grow pt-2.5">
            <p className="font-semibold">{t('tapFailedTitle')}</p>
            <p className="mt-0.5 text-pretty text-ink-soft text-sm">{t('tapFailed')}</p>
          </div>
          <button
            type="button"
            data-dismiss
            className="-mr-2 grid size-12 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken"
          >
            <span className="sr-only">{t('close')}</span>
            <Icon name="close" />
          </button>
        </div>
        <Desk contacts={desk} isCompact />
        <Button data-retry suppressHydrationWarning className="w-full">
          {t('retry')}
        </Button>
      </div>
    </section>
  );
}
