import { retryUntilLoaded } from '../actions/retry-until-loaded';

/** The text of a QR code in the picture, or null where there is none. */
export type DetectText = (picture: HTMLVideoElement) => Promise<string | null>;

// The Shape Detection API, as far as it is used here. Not every browser has it, so TypeScript does not know it.
type Detector = { detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
};

/** The browser's own reader of QR codes, else one that is loaded now. */
export async function createDetector(): Promise<DetectText> {
  const Reader =
    (await findOwnReader()) ?? (await retryUntilLoaded(() => import('qr/decode.js'))).BarcodeDetector;
  const reader = new Reader({ formats: ['qr_code'] });
  return async (picture) => {
    // Before the first frame there is nothing to read, and the browser's own reader throws.
    const hasFrame = picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    const [found] = hasFrame ? await reader.detect(picture) : [];
    return found?.rawValue ?? null;
  };
}

async function findOwnReader(): Promise<DetectorClass | null> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass }; // see above
  // On some systems the class is there, and reads nothing.
  const formats = (await Own?.getSupportedFormats()) ?? [];
  return Own && formats.includes('qr_code') ? Own : null;
}
