export type { Bitmap } from './bitmap.ts';
export { type PictureReading, readPicture } from './read-picture.ts';
