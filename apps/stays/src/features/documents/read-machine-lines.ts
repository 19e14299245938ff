import { type FormFields, readMachineText, toFormFields } from '@gudbro/mrz';
import { readPicture } from '@gudbro/mrz/picture';

/** As wide as is read well. */
const width = 1400;

/** Reads the lines of a document in a picture of it, on this phone. Null: there are none that can be read. */
export async function readPictureLines(picture: Blob, today: string): Promise<FormFields | null> {
  const bitmap = await toGrey(picture);
  const reading = bitmap && readPicture(bitmap, today);
  return reading && toReading(reading.text, today);
}

function toReading(text: string, today: string): FormFields | null {
  const read = readMachineText(text, today);
  return read.ok ? toFormFields(read.fields) : null;
}

async function toGrey(picture: Blob) {
  const source = await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch(() => null);
  if (source === null) {
    return null; // not a picture, or of a format that this browser does not know
  }
  const scale = Math.min(1, width / source.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);
  source.close();
  return context && toBitmap(context.getImageData(0, 0, canvas.width, canvas.height));
}

function toBitmap({ width: columns, height, data }: ImageData) {
  const grey = new Uint8Array(columns * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    grey[at] = (red * 299 + green * 587 + blue * 114) / 1000;
  }
  return { width: columns, height, data: grey };
}
