import type { Locator } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';

/** Reads the QR code from a screenshot, as a camera in front of the screen would. */
export async function readQr(code: Locator): Promise<string> {
  // At the edge of the screen the navigation bar would cover it.
  await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const picture = sharp(await code.screenshot())
    .ensureAlpha()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return decodeQr({ width: info.width, height: info.height, data });
}
