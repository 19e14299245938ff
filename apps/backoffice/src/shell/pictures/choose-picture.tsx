'use client';

import { smallPicture } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { usePlaceSlug } from '../place/place-context';
import { useOwnPictures } from './use-own-pictures';

type ChoosePictureProps = { chosen: readonly string[]; onChosen: (path: string) => void };

/** A button, and the pictures that the place has. A tap takes one. */
export function ChoosePicture({ chosen, onChosen }: ChoosePictureProps) {
  const t = useTranslations('Pictures');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { pictures, next, state, load } = useOwnPictures(usePlaceSlug());
  const open = () => {
    dialog.current?.showModal();
    load('first');
  };
  const choose = (path: string) => {
    onChosen(path);
    dialog.current?.close();
  };
  const shown = pictures.filter(({ path }) => !chosen.includes(path));
  return (
    <>
      <Button variant="secondary" onClick={open} className="cursor-pointer">
        {t('choose')}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto max-h-[90dvh] w-full max-w-3xl overflow-y-auto rounded-2xl bg-surface p-5 text-ink shadow-lift backdrop:bg-black/60 sm:p-6"
      >
        <div className="mb-4 flex items-center justify-between gap-4">
          <h2 id={titleId} className="font-display text-2xl leading-snug">
            {t('chooseTitle')}
          </h2>
          <Button variant="quiet" onClick={() => dialog.current?.close()} className="cursor-pointer">
            {t('close')}
          </Button>
        </div>
        <p role="status" className="text-ink-soft empty:hidden">
          {state === 'loading' && t('loading')}
          {state === 'failed' && t('loadingFailed')}
          {state === 'ready' && shown.length === 0 && t('noneToChoose')}
        </p>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4">
          {shown.map(({ id, path, alt }, index) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => choose(path)}
                className="block w-full cursor-pointer overflow-hidden rounded-xl border border-line hover:border-accent"
              >
                <img
                  src={smallPicture(path)}
                  alt={alt || t('number', { number: index + 1 })}
                  loading="lazy"
                  className="aspect-4/3 w-full bg-sunken object-cover"
                />
              </button>
            </li>
          ))}
        </ul>
        {next !== null && (
          <Button variant="secondary" onClick={() => load(next)} className="mt-4 cursor-pointer">
            {t('more')}
          </Button>
        )}
      </dialog>
    </>
  );
}
