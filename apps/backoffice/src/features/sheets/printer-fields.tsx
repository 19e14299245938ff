import { Card } from '@gudbro/ui/card';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import type { LastJob } from './queries';

/** What makes a page come out of this printer where it should. */
export async function PrinterFields({ lastJob }: { lastJob: LastJob }) {
  const t = await getTranslations('Sheets');
  return (
    <Card title={t('printerHeading')} icon="settings">
      <p className="mb-4 max-w-prose text-pretty leading-relaxed">{t('printerIntro')}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t('firstLabel')}
          hint={t('firstLabelHint')}
          name="firstLabel"
          type="number"
          min={1}
          max={30}
          defaultValue={1}
          required
        />
        <TextField
          label={t('offsetX')}
          hint={t('offsetHint')}
          name="offsetX"
          inputMode="decimal"
          defaultValue={lastJob?.offsetX ?? 0}
        />
        <TextField
          label={t('offsetY')}
          name="offsetY"
          inputMode="decimal"
          defaultValue={lastJob?.offsetY ?? 0}
        />
      </div>
      <div className="mt-4 space-y-1">
        <label className="flex min-h-12 cursor-pointer items-center gap-3">
          <input type="checkbox" name="cut-marks" defaultChecked className="size-5 shrink-0" />
          {t('cutMarks')}
        </label>
        <label className="flex min-h-12 cursor-pointer items-start gap-3 py-2">
          <input type="checkbox" name="check-page" className="mt-0.5 size-5 shrink-0" />
          <span>
            {t('checkPage')}
            <span className="block text-ink-soft text-sm leading-snug">{t('checkPageHint')}</span>
          </span>
        </label>
      </div>
    </Card>
  );
}
