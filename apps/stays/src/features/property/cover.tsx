/** The property's first picture, or a colour gradient if it has none. `className` sets the size. */
export function Cover({ images, className }: { images: readonly string[]; className: string }) {
  const [image] = images;
  return (
    // Without the gradient under a picture: its dark edge would show at the round corners.
    <div
      className={`overflow-hidden md:rounded-[1.75rem] ${image ? 'bg-sunken' : 'bg-linear-to-br from-tag to-accent'} ${className}`}
    >
      {image && (
        <img
          src={image}
          alt=""
          width={1200}
          height={800}
          className="size-full object-cover object-[50%_42%]"
        />
      )}
    </div>
  );
}
