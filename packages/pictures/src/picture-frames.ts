/** One encoded picture. */
export type EncodedPicture = { width: number; height: number; bytes: Uint8Array };

const headBytes = 12;

/** Several pictures as one stream of bytes: each has a head with its width, height and size. */
export function writeFrames(pictures: readonly EncodedPicture[]): Buffer {
  return Buffer.concat(
    pictures.flatMap(({ width, height, bytes }) => {
      const head = Buffer.alloc(headBytes);
      head.writeUInt32BE(width, 0);
      head.writeUInt32BE(height, 4);
      head.writeUInt32BE(bytes.length, 8);
      return [head, bytes];
    }),
  );
}

/** The pictures of such a stream. Throws where it is cut off. */
export function readFrames(stream: Buffer): EncodedPicture[] {
  const pictures: EncodedPicture[] = [];
  for (let at = 0; at < stream.length; ) {
    const start = at + headBytes;
    const end = start + stream.readUInt32BE(at + 8);
    if (end > stream.length) {
      throw new Error('The process for pictures has written a part of a picture.');
    }
    pictures.push({
      width: stream.readUInt32BE(at),
      height: stream.readUInt32BE(at + 4),
      bytes: stream.subarray(start, end),
    });
    at = end;
  }
  return pictures;
}
