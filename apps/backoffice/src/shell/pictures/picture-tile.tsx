'use client';

import { Icon, type IconName } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { PictureThumb } from './picture-thumb';

type PictureTileProps = {
  path: string;
  number: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One chosen picture, with the ways to move it and to take it out. */
export function PictureTile({ path, number, count, onMove, onRemove }: PictureTileProps) {
  const t = useTranslations('Pictures');
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface">
      <PictureThumb path={path} alt={t('number', { number })} className="aspect-4/3 w-full" />
      <div className="flex justify-between">
        <span className="flex">
          {number > 1 && (
            <TileButton
              label={t('earlier', { number })}
              icon="arrow"
              turned
              onClick={() => onMove(number - 2)}
            />
          )}
          {number < count && (
            <TileButton label={t('later', { number })} icon="arrow" onClick={() => onMove(number)} />
          )}
        </span>
        <TileButton label={t('takeOut', { number })} icon="close" onClick={onRemove} />
      </div>
    </div>
  );
}

type TileButtonProps = { label: string; icon: IconName; turned?: boolean; onClick: () => void };

function TileButton({ label, icon, turned = false, onClick }: TileButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-12 cursor-pointer place-items-center rounded-xl text-ink hover:bg-sunken"
    >
      <Icon name={icon} className={turned ? 'size-5 rotate-180' : 'size-5'} />
    </button>
  );
}
