export {
  createPictureDecoder,
  type DecodedPictures,
  type PictureDecoder,
  pictureDecoder,
} from './picture-decoder.ts';
export { type PictureParams, pictureHeaders, readPictureParams } from './picture-file.ts';
export { createPictureSource, type PictureSource } from './picture-source.ts';
