import type { Property } from '@gudbro/guest-api/room-access';
import type { LangOf } from '@/shell/language/lang-of';
import { Cover } from '@/shell/property/cover';

type PropertyHeaderProps = { property: Property; coverAlt: string; langOf: LangOf };

export function PropertyHeader({ property, coverAlt, langOf }: PropertyHeaderProps) {
  return (
    // Text beside the picture where there is room: across the whole width the picture would lose half of its height.
    <header className="md:grid md:grid-cols-2 md:items-center md:gap-8 md:px-4 md:pt-8">
      <Cover
        images={property.images}
        alt={coverAlt}
        className="h-44 low:h-24 md:order-last md:h-56 md:low:h-36 lg:aspect-3/2 lg:h-auto lg:low:aspect-auto lg:low:h-36"
      />
      <div className="px-4 pt-4 md:px-0 md:pt-0">
        <h1
          lang={langOf(property, 'name')}
          className="wrap-anywhere font-display text-[2rem] leading-[1.15] md:text-5xl"
        >
          {property.name}
        </h1>
        {property.description && (
          <p
            lang={langOf(property, 'description')}
            className="mt-2 max-w-prose text-pretty leading-relaxed md:mt-3 md:text-balance md:text-lg"
          >
            {property.description}
          </p>
        )}
      </div>
    </header>
  );
}
