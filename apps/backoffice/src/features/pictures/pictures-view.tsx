import { smallPicture } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { OwnPicture } from '@/server/pictures/list-pictures';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';

type PicturesViewProps = {
  place: Place;
  pictures: readonly OwnPicture[];
  next: string | null;
  isLater: boolean;
};

/** All pictures of a place, the newest first. */
export async function PicturesView({ place, pictures, next, isLater }: PicturesViewProps) {
  const t = await getTranslations('PictureLibrary');
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} description={t('intro')} />
      {pictures.length === 0 && !isLater ? (
        <EmptyList
          icon="image"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'offer' }}
        >
          <LinkButton href={`/p/${place.slug}/texts`}>{t('toTexts')}</LinkButton>
        </EmptyList>
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <PictureCard href={`/p/${place.slug}/pictures/${picture.id}`} picture={picture} />
            </li>
          ))}
        </ul>
      )}
      <Pager next={next} isLater={isLater} query={{}} />
    </div>
  );
}

async function PictureCard({ href, picture }: { href: string; picture: OwnPicture }) {
  const t = await getTranslations('PictureLibrary');
  const { path, alt, unusedSince } = picture;
  return (
    <Link
      href={href}
      prefetch={false}
      className="block overflow-hidden rounded-2xl border border-line bg-surface hover:border-accent"
    >
      <img
        src={smallPicture(path)}
        alt=""
        loading="lazy"
        className="aspect-4/3 w-full bg-sunken object-cover"
      />
      <span className="wrap-anywhere block p-3 leading-snug">
        {alt === '' ? <span className="text-ink-soft">{t('undescribed')}</span> : alt}
        {unusedSince !== null && <span className="block text-ink-soft text-sm">{t('unused')}</span>}
      </span>
    </Link>
  );
}
