import type { Locator } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';

/** What a camera reads from the code as it stands on the screen. */
export async function readQr(code: Locator): Promise<string> {
  // At the edge the bar would lie over it.
  await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const picture = sharp(await code.screenshot())
    .ensureAlpha()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return decodeQr({ width: info.width, height: info.height, data });
}
