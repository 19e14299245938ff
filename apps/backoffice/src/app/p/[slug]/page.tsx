import { redirect } from 'next/navigation';

type PlacePageProps = { params: Promise<{ slug: string }> };

export default async function PlacePage({ params }: PlacePageProps) {
  redirect(`/p/${encodeURIComponent((await params).slug)}/today`);
}
