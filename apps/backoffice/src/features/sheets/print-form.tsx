'use client';

import { Button, buttonClass } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { previewId, SheetPreview } from './sheet-preview';
import { useSheetDownload } from './use-sheet-download';
import { useSheetPreview } from './use-sheet-preview';

// Above the bar of a phone. A window that is too low for it has it at the end of the form.
const actionBar =
  'sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 -mx-4 space-y-3 border-line border-t bg-canvas px-4 py-3 sm:-mx-6 sm:px-6 lg:bottom-0 lg:-mx-10 lg:px-10 xl:static xl:mx-0 xl:border-0 xl:p-0 [@media(max-height:34rem)]:static';

type PrintFormProps = {
  slug: string;
  /** Which rooms are shown: with others the first page is another one. */
  shown: string;
  children: ReactNode;
};

/**
 * The form around all choices, with the first page beside it. Without a script its button downloads the PDF; with one it shows
 * how far the PDF is and can be stopped.
 */
export function PrintForm({ slug, shown, children }: PrintFormProps) {
  const t = useTranslations('Sheets');
  const form = useRef<HTMLFormElement>(null);
  const base = `/p/${slug}/sheets`;
  const preview = useSheetPreview(form, `${base}/preview`, shown);
  const { download, start, stop } = useSheetDownload(`${base}/pdf`);
  const canPrint = preview.state !== 'refused';
  const isRunning = download.state === 'running';
  return (
    <form
      ref={form}
      action={`${base}/pdf`}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent; // React types it as any event
        if (submitter?.hasAttribute('formaction') !== true) {
          event.preventDefault();
          if (!isRunning) {
            start(new FormData(event.currentTarget));
          }
        }
      }}
      className="flex flex-col gap-6 xl:grid xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start 2xl:grid-cols-[minmax(0,1fr)_28rem]"
    >
      <div className="min-w-0 space-y-6">{children}</div>
      {/* Without a box of its own on a narrow window, so that the bar stays in view along the whole form. */}
      <div className="contents xl:sticky xl:top-20 xl:block xl:space-y-4">
        <SheetPreview preview={preview} />
        <div data-action-bar className={actionBar}>
          <div className="flex flex-wrap gap-3">
            <a href={`#${previewId}`} className={buttonClass('secondary', 'shrink-0 xl:hidden')}>
              {t('previewHeading')}
            </a>
            <Button
              type="submit"
              disabled={!canPrint}
              // Not `disabled`, which would take the focus away.
              aria-disabled={isRunning}
              className="grow cursor-pointer"
            >
              {t('download')}
            </Button>
          </div>
          <DownloadLine download={download} onStop={stop} />
        </div>
        <Button
          type="submit"
          variant="secondary"
          formAction={`${base}/print`}
          formTarget="_blank"
          disabled={!canPrint}
          className="w-full cursor-pointer"
        >
          {t('printPage')}
        </Button>
      </div>
    </form>
  );
}

type DownloadLineProps = { download: ReturnType<typeof useSheetDownload>['download']; onStop: () => void };

function DownloadLine({ download, onStop }: DownloadLineProps) {
  const t = useTranslations('Sheets');
  return (
    <div role="status" className="leading-snug empty:hidden">
      {download.state === 'running' && (
        <div className="flex items-center gap-4">
          <div className="grow">
            <p className="mb-1">{t('makingPage', { done: download.done, total: download.total })}</p>
            <progress
              value={download.done}
              max={download.total}
              className="h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
            />
          </div>
          <Button variant="secondary" onClick={onStop} className="cursor-pointer">
            {t('cancel')}
          </Button>
        </div>
      )}
      {download.state === 'done' && <p>{t('downloaded')}</p>}
      {download.state === 'stopped' && <p>{t('stopped')}</p>}
      {download.state === 'failed' && <p className="font-medium text-danger">{t('downloadFailed')}</p>}
    </div>
  );
}
