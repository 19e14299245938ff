import { ApiError } from '@gudbro/api-kit';
import type { ReactNode } from 'react';
import { type Place, requirePlace } from '@/server/place';
import { Account } from '@/shell/frame/account';
import { Frame } from '@/shell/frame/frame';
import { PlaceFrame } from '@/shell/place/place-frame';

type PlaceLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

export default async function PlaceLayout({ params, children }: PlaceLayoutProps) {
  const { slug } = await params;
  const place = await findPlaceForFrame(slug);
  return place === null ? (
    <Frame account={<Account />}>{children}</Frame>
  ) : (
    <PlaceFrame place={place}>{children}</PlaceFrame>
  );
}

/** Null where there is no such place for this person, or it cannot be read now: the page inside shows why. */
async function findPlaceForFrame(slug: string): Promise<Place | null> {
  try {
    return await requirePlace(slug, 'housekeeper');
  } catch (thrown) {
    if (thrown instanceof ApiError && ['not_found', 'forbidden', 'unavailable'].includes(thrown.code)) {
      return null;
    }
    throw thrown;
  }
}
