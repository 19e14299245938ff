/** The property's first picture, or a colour gradient if it has none. `className` sets the size. */
export function Cover({ images, className }: { images: readonly string[]; className: string }) {
  const [image] = images;
  return (
    <div className={`overflow-hidden bg-linear-to-br from-tag to-accent md:rounded-[1.75rem] ${className}`}>
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
