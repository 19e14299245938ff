import type { BackofficeLocale } from '@/i18n/locales';
import { type ChapterId, chapterIds } from '@/shell/guide/chapter-ids';
import { guideEn } from './guide-en.ts';
import { guideVi } from './guide-vi.ts';

export { type ChapterId, chapterIds };

/** A picture is taken in a desk's window, wide enough for all columns of a screen, or on a phone. */
export const pictureSizes = { desk: { width: 1300, height: 910 }, phone: { width: 540, height: 1000 } };

/** Each picture of the guide, with the kind of window that it shows. */
export const pictures = {
  'sign-up': 'desk',
  today: 'desk',
  rooms: 'desk',
  'room-type': 'desk',
  sheets: 'desk',
  walk: 'phone',
  wifi: 'desk',
  guest: 'phone',
  access: 'desk',
  catalogue: 'desk',
  texts: 'desk',
  documents: 'desk',
  members: 'desk',
  history: 'desk',
  room: 'desk',
  closing: 'desk',
} as const satisfies Record<string, keyof typeof pictureSizes>;

export type PictureName = keyof typeof pictures;

/**
 * A part of a chapter. Its texts name what is on the screens by the keys of the app's messages, `{Rooms.add}`: a button that gets
 * another name has it in the guide too.
 */
export type ChapterPart = {
  title: string;
  text?: string;
  /** What to do, one after the other. */
  steps?: readonly string[];
  picture?: { name: PictureName; alt: string };
};

export type Chapter = { title: string; about: string; parts: readonly ChapterPart[] };

export type Guide = { title: string; intro: string; chapters: Record<ChapterId, Chapter> };

export const guides: Record<BackofficeLocale, Guide> = { en: guideEn, vi: guideVi };

export function sizeOfPicture(name: PictureName): { width: number; height: number } {
  return pictureSizes[pictures[name]];
}

/** The address of a picture, also its path under `public`. */
export function formatPicturePath(locale: BackofficeLocale, name: PictureName): string {
  return `/guide/${locale}/${name}.webp`;
}

export function isChapterId(text: string): text is ChapterId {
  return chapterIds.some((id) => id === text);
}
