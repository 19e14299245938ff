import { smallPicture } from '@gudbro/domain';

type PictureThumbProps = { path: string; alt: string; className: string };

/** A picture shown small. The pictures of the demo are files of the guest app, which the route `/demo` reads there. */
export function PictureThumb({ path, alt, className }: PictureThumbProps) {
  return (
    <img
      src={smallPicture(path)}
      alt={alt}
      loading="lazy"
      className={`bg-sunken object-cover ${className}`}
    />
  );
}
