'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Upload } from './use-uploads';

/** The pictures on their way, and those that were refused with the reason. */
export function UploadList({ uploads }: { uploads: readonly Upload[] }): ReactNode {
  const t = useTranslations('Pictures');
  return (
    <ul aria-live="polite" className="mb-3 space-y-2 empty:hidden">
      {uploads.map(({ id, name, share, problem, cancel }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-sunken p-3">
          <div className="min-w-0 grow basis-48">
            <p className="wrap-anywhere font-semibold leading-snug">{name}</p>
            {problem === null ? (
              <progress
                value={share < 1 ? share : undefined}
                aria-label={t('sending', { name })}
                className="mt-2 h-2 w-full accent-accent"
              />
            ) : (
              // The keys are those of the error table and of send-picture.ts.
              <p className="mt-1 text-danger leading-snug">
                {t.has(`problem_${problem}` as never)
                  ? t(`problem_${problem}` as never)
                  : t('problem_internal')}
              </p>
            )}
          </div>
          <Button variant="quiet" onClick={cancel} className="cursor-pointer">
            {problem === null ? t('cancel') : t('dismiss')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
