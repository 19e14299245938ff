import { getTranslations } from 'next-intl/server';

const tiles = ['a', 'b', 'c', 'd'];

/** The shape of the list, shown while it loads. */
export async function BoardSkeleton() {
  const t = await getTranslations('Rooms');
  return (
    <div className="space-y-8">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div aria-hidden="true" className="animate-pulse space-y-8">
        <div className="space-y-3">
          <div className="h-9 w-48 rounded-lg bg-sunken" />
          <div className="h-5 w-64 rounded-lg bg-sunken" />
        </div>
        <div className="max-w-xl space-y-2">
          <div className="h-6 w-28 rounded-lg bg-sunken" />
          <div className="h-12 rounded-xl bg-sunken" />
        </div>
        <div className="border-line border-t pt-6 lg:grid lg:grid-cols-[16rem_1fr] lg:gap-8 lg:pt-8">
          <div className="mb-4 space-y-2 lg:pt-2">
            <div className="h-8 w-40 rounded-lg bg-sunken" />
            <div className="h-5 w-52 rounded-lg bg-sunken" />
          </div>
          <div className="grid gap-3 sm:grid-cols-2">
            {tiles.map((tile) => (
              <div key={tile} className="h-22 rounded-2xl bg-sunken" />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
