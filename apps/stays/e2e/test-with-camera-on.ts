import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeQR } from 'qr';
import sharp from 'sharp';
import { test as base } from './test-with-own-address';

/** The test function with a browser whose camera shows a QR code of this text. */
export function testWithCameraOn(text: string) {
  return base.extend<object, { cameraFile: string }>({
    cameraFile: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
      async ({}, use, { workerIndex, project }) => {
        const file = path.join(project.outputDir, `camera-${workerIndex}.mjpeg`);
        await mkdir(project.outputDir, { recursive: true });
        const code = encodeQR(text, 'svg', { border: 4, scale: 10 });
        const frame = await sharp(Buffer.from(code))
          .flatten({ background: '#ffffff' })
          .resize(640, 480, { fit: 'contain', background: '#ffffff' })
          .jpeg({ quality: 95 })
          .toBuffer();
        await writeFile(file, frame);
        await use(file);
      },
      { scope: 'worker' },
    ],
    launchOptions: async ({ launchOptions, cameraFile }, use) => {
      const args = [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${cameraFile}`,
      ];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
    },
  });
}
