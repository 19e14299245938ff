import { getTranslations } from 'next-intl/server';

/** The shape of a room's page, shown while it loads. */
export async function RoomSkeleton() {
  const t = await getTranslations('Room');
  return (
    <div>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div aria-hidden="true" className="animate-pulse">
        <div className="mb-2 flex h-12 items-center">
          <div className="h-6 w-28 rounded-lg bg-sunken" />
        </div>
        <div className="h-9 w-56 rounded-lg bg-sunken" />
        <div className="mt-2 h-5 w-64 rounded-lg bg-sunken" />
        <div className="mt-6 grid items-start gap-6 sm:mt-8 md:grid-cols-[20rem_1fr] lg:grid-cols-[26rem_1fr]">
          <div className="mx-auto aspect-[4/5] w-full max-w-104 rounded-3xl bg-sunken" />
          <div className="space-y-6">
            <div className="h-64 rounded-2xl bg-sunken" />
            <div className="h-80 rounded-2xl bg-sunken" />
          </div>
        </div>
      </div>
    </div>
  );
}
