'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { useFieldError } from '../form/form-context';
import { useWhenSet } from '../form/use-when-set';
import { usePlaceSlug } from '../place/place-context';
import { ChoosePicture } from './choose-picture';
import { PictureTile } from './picture-tile';
import { UploadButton } from './upload-button';
import { UploadList } from './upload-list';
import { useUploads } from './use-uploads';

type PictureInputProps = {
  name: string;
  label: string;
  hint?: string;
  /** How many there may be. */
  max: number;
  /** Paths of pictures, the first one first. */
  defaultValue: readonly string[];
};

/**
 * Pictures of the place in their order: uploaded here or chosen from those it has. The form gets their paths, one a line, in a
 * field that nobody sees.
 */
export function PictureInput({ name, label, hint, max, defaultValue }: PictureInputProps) {
  const t = useTranslations('Pictures');
  const field = useRef<HTMLTextAreaElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const [paths, setPaths] = usePaths(field, defaultValue);
  const { uploads, add } = useUploads(usePlaceSlug(), (path) => setPaths((now) => [...now, path]));
  const error = useFieldError(name);
  const hintId = useId();
  const left = max - paths.length - uploads.filter(({ problem }) => problem === null).length;
  return (
    <fieldset ref={group} tabIndex={-1} aria-describedby={hintId} className="min-w-0 rounded-xl">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <textarea ref={field} name={name} defaultValue={defaultValue.join('\n')} aria-label={label} hidden />
      {paths.length > 0 && (
        <ol className="mb-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
          {paths.map((path, index) => (
            <li key={path}>
              <PictureTile
                path={path}
                number={index + 1}
                count={paths.length}
                onMove={(to) => setPaths((now) => moveTo(now, index, to))}
                onRemove={() => {
                  setPaths((now) => now.filter((other) => other !== path));
                  // The pressed button goes with its picture.
                  group.current?.focus();
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <UploadList uploads={uploads} />
      {left > 0 && (
        <div className="flex flex-wrap gap-3">
          <UploadButton
            isMultiple={left > 1}
            onChosen={(files) =>
              files.slice(0, left).forEach((file) => {
                add(file);
              })
            }
          />
          <ChoosePicture chosen={paths} onChosen={(path) => setPaths((now) => [...now, path])} />
        </div>
      )}
      {error && (
        <p role="alert" className="mt-1.5 font-medium text-danger leading-snug">
          {error}
        </p>
      )}
      <p id={hintId} className="mt-1.5 text-ink-soft text-sm leading-snug">
        {hint} {left > 0 ? t('kinds') : t('full', { max })}
      </p>
    </fieldset>
  );
}

function moveTo(paths: readonly string[], from: number, to: number): string[] {
  const path = paths[from];
  const others = paths.filter((_, index) => index !== from);
  return path === undefined ? others : others.toSpliced(to, 0, path);
}

type Change = (now: readonly string[]) => readonly string[];

/** The paths in the field: what a person changes here, and what a draft or a conflict puts into it. */
function usePaths(field: React.RefObject<HTMLTextAreaElement | null>, initial: readonly string[]) {
  const [paths, setPaths] = useState(initial);
  const latest = useRef(initial);
  useWhenSet(field, () => {
    latest.current = splitPaths(field.current?.value ?? '');
    setPaths(latest.current);
  });
  const change = (next: Change) => {
    latest.current = [...new Set(next(latest.current))];
    setPaths(latest.current);
    if (field.current !== null) {
      writeValue(field.current, latest.current.join('\n'));
    }
  };
  return [paths, change] as const;
}

function splitPaths(value: string): string[] {
  return value.split('\n').filter((path) => path !== '');
}

/** Sets the value as if it were typed: React ignores a change that went through its own setter. */
function writeValue(element: HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
