import { Picture } from './picture';

type CoverProps = { images: readonly string[]; alt?: string; className: string };

/** The property's first picture, or a colour gradient if it has none. `className` sets the size. */
export function Cover({ images, alt = '', className }: CoverProps) {
  const [image] = images;
  return (
    // Without the gradient under a picture: its dark edge would show at the round corners.
    <div
      className={`overflow-hidden md:rounded-[1.75rem] ${image ? 'bg-sunken' : 'bg-linear-to-br from-tag to-accent'} ${className}`}
    >
      {image && (
        <Picture
          path={image}
          alt={alt}
          sizes="(min-width: 72rem) 35rem, (min-width: 48rem) 50vw, 100vw"
          width={1200}
          height={800}
          className="size-full object-cover object-[50%_42%]"
        />
      )}
    </div>
  );
}
