const startOfImage = 0xd8;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * Counts the scans of a JPEG by its markers, without decoding it; 0 for any other file. Each scan of a progressive JPEG is
 * a pass over all pixels, and a file of half a megabyte can have thousands.
 */
export function countJpegScans(file: Uint8Array): number {
  if (file[0] !== 0xff || file[1] !== startOfImage) {
    return 0;
  }
  let scans = 0;
  let position = 2;
  for (;;) {
    position = findMarker(file, position);
    const marker = file[position + 1];
    if (marker === undefined || marker === endOfImage) {
      return scans;
    }
    if (marker === startOfScan) {
      scans += 1;
    }
    // A marker is followed by the length of its segment, which contains no other marker. The pixels that follow a scan's
    // segment contain none either, but for those of `findMarker`.
    const length = ((file[position + 2] ?? 0) << 8) | (file[position + 3] ?? 0);
    position += 2 + Math.max(2, length);
  }
}

/** Where the next marker with a segment begins. A decoder skips any other bytes in between, and so does this. */
function findMarker(file: Uint8Array, from: number): number {
  let position = file.indexOf(0xff, from);
  while (position !== -1) {
    const code = file[position + 1] ?? endOfImage;
    const isPadding = code === 0xff;
    const isData = code === 0x00;
    const isRestart = code >= 0xd0 && code <= 0xd7;
    if (!isPadding && !isData && !isRestart && code !== 0x01) {
      return position;
    }
    position = file.indexOf(0xff, position + 1);
  }
  return file.length;
}
