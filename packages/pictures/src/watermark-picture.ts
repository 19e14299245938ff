import { createRequire } from 'node:module';
import { shareInProcess } from '@gudbro/api-kit';
import { createFairQueue, QueueIsFull } from './create-fair-queue.ts';
import { type ProcessLimits, runPictureProcess } from './run-picture-process.ts';

/** What the process is started with. */
export type WatermarkTask = { text: string; fontFile: string; limits: ProcessLimits };

/** Draws a text over a JPEG, slanting and again and again. Null: too many wait, and a later try may succeed. */
export type PictureWatermarker = (
  jpeg: Uint8Array,
  text: string,
  propertyId: string,
) => Promise<Buffer | null>;

const processLimits: ProcessLimits = { cpuMs: 8_000, memoryBytes: 300 * 1024 * 1024, elapsedMs: 30_000 };

/** Who looks at documents looks at one after the other. */
const queueLimits = { perGroup: 8, inTotal: 24 };

/** Longer than a name and a time are. */
const maxLength = 160;

/** Makes what draws over one picture at a time, each in a process of its own. */
export function createPictureWatermarker(limits: Partial<ProcessLimits> = {}): PictureWatermarker {
  const runInTurn = createFairQueue(queueLimits);
  const fontFile = createRequire(import.meta.url).resolve(
    /* turbopackIgnore: true */ '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  );
  return async (jpeg, text, propertyId) => {
    const task = { text: text.slice(0, maxLength), fontFile, limits: { ...processLimits, ...limits } };
    try {
      return await runInTurn(propertyId, () => runProcess(jpeg, task));
    } catch (thrown) {
      if (thrown instanceof QueueIsFull) {
        return null;
      }
      throw thrown;
    }
  };
}

/** The one of this process. The server creates it at boot, since in Next's bundle no module knows its own folder. */
export function pictureWatermarker(): PictureWatermarker {
  return shareInProcess('picture-watermarker', createPictureWatermarker);
}

async function runProcess(jpeg: Uint8Array, task: WatermarkTask): Promise<Buffer> {
  const {
    code,
    signal,
    written: drawn,
    complaint,
  } = await runPictureProcess('watermark-process.ts', jpeg, task);
  if (code !== 0 || drawn.length === 0) {
    throw new Error(`The process for watermarks ended with ${code ?? signal}: ${complaint}`);
  }
  return drawn;
}
