import { shareInProcess } from '@gudbro/api-kit';
import { createFairQueue, QueueIsFull, type QueueLimits } from './create-fair-queue.ts';
import { type EncodedPicture, readFrames } from './picture-frames.ts';
import { type ProcessLimits, runPictureProcess } from './run-picture-process.ts';

/** A size: as wide and as high as fits into this, and never larger than the picture itself. */
export type PictureBox = { width: number; height: number };

/** What to make of a picture: a WebP or JPEG for each box. */
export type Encoding = {
  boxes: readonly PictureBox[];
  /** WebP unless it is given. */
  format?: 'jpeg';
  /** PDF besides pictures: each of its first four pages becomes a picture, in the first box. */
  acceptsPdf?: boolean;
  /** Less memory than other pictures may take. */
  maxMemoryBytes?: number;
  /** HEIC besides JPEG, PNG and WebP. Its decoder is slower, and phones send guests' photos as JPEG. */
  acceptsHeic?: boolean;
};

/** What the process is started with. */
export type PictureTask = Encoding & { limits: ProcessLimits };

/** `unusable`: not a picture that we accept, or one that takes too much. `busy`: a later try may succeed. */
export type DecodedPictures =
  | { ok: true; pictures: EncodedPicture[] }
  | { ok: false; reason: 'unusable' | 'busy' };

export type PictureDecoder = {
  /** Encodes a picture again from its pixels. The pictures of a property wait in a line of their own. */
  reEncode: (file: Uint8Array, propertyId: string, encoding: Encoding) => Promise<DecodedPictures>;
};

const megabyte = 1024 * 1024;

/** The largest accepted pictures take two seconds and 370 MB, the picture of a phone's camera 0.6 seconds and 160 MB. */
const processLimits: ProcessLimits = { cpuMs: 5_000, memoryBytes: 400 * megabyte, elapsedMs: 30_000 };

/** Each waiting picture is up to 10 MB of memory. */
const queueLimits: QueueLimits = { perGroup: 3, inTotal: 24 };

/** Makes a decoder that decodes one picture at a time, each in a process of its own. */
export function createPictureDecoder(limits: Partial<ProcessLimits> = {}): PictureDecoder {
  const runInTurn = createFairQueue(queueLimits);
  return {
    reEncode: async (file, propertyId, encoding) => {
      try {
        return await runInTurn(propertyId, () =>
          runProcess(file, { ...encoding, limits: { ...processLimits, ...limits, ...limitsOf(encoding) } }),
        );
      } catch (thrown) {
        if (thrown instanceof QueueIsFull) {
          return { ok: false, reason: 'busy' };
        }
        throw thrown;
      }
    },
  };
}

/** The decoder of this process. The server creates it at boot, since in Next's bundle no module knows its own folder. */
export function pictureDecoder(): PictureDecoder {
  return shareInProcess('picture-decoder', () => createPictureDecoder());
}

function limitsOf({ maxMemoryBytes }: Encoding): Partial<ProcessLimits> {
  return maxMemoryBytes === undefined ? {} : { memoryBytes: maxMemoryBytes };
}

async function runProcess(picture: Uint8Array, task: PictureTask): Promise<DecodedPictures> {
  const { code, signal, written, complaint } = await runPictureProcess('picture-process.ts', picture, task);
  if (code === 0) {
    return written.length > 0
      ? { ok: true, pictures: readFrames(written) }
      : { ok: false, reason: 'unusable' };
  }
  if (signal === null) {
    throw new Error(`The process for pictures ended with ${code}: ${complaint}`);
  }
  // SIGTERM: `elapsedMs` have passed although the picture took little processor time, or the machine is shutting down. Any
  // other signal: it ended itself at a limit, or the decoder crashed on the picture.
  return { ok: false, reason: signal === 'SIGTERM' ? 'busy' : 'unusable' };
}
