export {
  createPictureDecoder,
  type DecodedPictures,
  type PictureDecoder,
  pictureDecoder,
} from './picture-decoder.ts';
