import { parsePicturePath, smallPicture } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';

type PictureThumbProps = { path: string; alt: string; className: string };

/** A picture shown small. One that is a file of the guest app's deployment is not on this app's address: an icon stands for it. */
export function PictureThumb({ path, alt, className }: PictureThumbProps) {
  if (parsePicturePath(path) === null) {
    return (
      <span className={`grid place-items-center gap-1 bg-sunken text-ink-soft text-sm ${className}`}>
        <span className="grid justify-items-center">
          <Icon name="image" className="size-6" />
          {alt}
        </span>
      </span>
    );
  }
  return (
    <img
      src={smallPicture(path)}
      alt={alt}
      loading="lazy"
      className={`bg-sunken object-cover ${className}`}
    />
  );
}
