export { documentEncoding } from './document-encoding.ts';
export {
  createPictureDecoder,
  type DecodedPictures,
  type Encoding,
  type PictureDecoder,
  pictureDecoder,
} from './picture-decoder.ts';
export { type PictureParams, pictureHeaders, readPictureParams } from './picture-file.ts';
export { type EncodedPicture, readFrames, writeFrames } from './picture-frames.ts';
export { createPictureSource, type PictureSource } from './picture-source.ts';
export {
  createPictureWatermarker,
  type PictureWatermarker,
  pictureWatermarker,
} from './watermark-picture.ts';
