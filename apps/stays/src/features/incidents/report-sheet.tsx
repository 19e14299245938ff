'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { CallDesk } from '@/shell/sheets/call-desk';
import { Sheet } from '@/shell/sheets/sheet';
import { AreaChoice } from './area-choice';
import { PhotoPicker } from './photo-picker';
import { PriorityChoice } from './priority-choice';
import { keyOfReport } from './report-draft';
import { TextArea } from './text-area';
import { useReportDraft } from './use-report-draft';
import { useReportSending } from './use-report-sending';
import { useWriteErrorText } from './use-write-error-text';

/** The form to report a problem. The draft is saved until it was sent. */
export function ReportSheet({ onClose, onOpen }: SheetProps) {
  const t = useTranslations('Report');
  const formId = useId();
  const { page } = useStayPage();
  const report = useReportDraft(page.code);
  const { draft, change, photos, setPhotos } = report;
  const { isSending, error, send } = useReportSending(report);
  const errorText = useWriteErrorText();
  const [wasIncomplete, setWasIncomplete] = useState(false);
  const isIncomplete = draft.title.trim() === '';

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setWasIncomplete(isIncomplete);
    if (isIncomplete) {
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    if (await send()) {
      onOpen('incidents');
    }
  }

  // In the footer, so that notices are visible wherever the form is scrolled to.
  const footer = (
    <div className="space-y-3">
      {draft.tried !== '' && draft.tried !== keyOfReport(draft, photos) && (
        <Notice icon="info" role="status">
          {t('mayHaveArrived')}
        </Notice>
      )}
      {error && (
        <Notice tone="danger" role="alert">
          <p>{errorText(error)}</p>
          <CallDesk />
        </Notice>
      )}
      <Button type="submit" form={formId} aria-disabled={isSending} className="w-full">
        {isSending ? t('sending') : t('send')}
      </Button>
    </div>
  );
  return (
    <Sheet title={t('title')} onClose={onClose} footer={footer}>
      <form id={formId} onSubmit={submit} noValidate className="space-y-5">
        <TextField
          name="title"
          label={t('what')}
          placeholder={t('whatExample')}
          required
          maxLength={120}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
          error={wasIncomplete && isIncomplete ? t('incomplete') : undefined}
        />
        <TextArea
          name="description"
          label={t('description')}
          rows={3}
          maxLength={2000}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
        />
        <AreaChoice value={draft.areaId} onChange={(areaId) => change({ areaId })} />
        <PriorityChoice value={draft.priority} onChange={(priority) => change({ priority })} />
        <PhotoPicker photos={photos} onChange={setPhotos} />
      </form>
    </Sheet>
  );
}
