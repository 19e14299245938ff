/** Returns the text of a QR code in the video's current frame, or null if there is none. */
export type DetectText = (picture: HTMLVideoElement) => Promise<string | null>;

// The parts of the Shape Detection API that are used here. TypeScript has no types for it.
type Detector = { detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
};

/** Uses the browser's own QR detector if it has one, otherwise loads one. Rejects if that cannot be fetched. */
export async function createDetector(): Promise<DetectText> {
  const Reader = (await findNativeDetector()) ?? (await import('qr/decode.js')).BarcodeDetector;
  const reader = new Reader({ formats: ['qr_code'] });
  return async (picture) => {
    // Before the first frame the browser's own detector throws.
    const hasFrame = picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    const [found] = hasFrame ? await reader.detect(picture) : [];
    return found?.rawValue ?? null;
  };
}

async function findNativeDetector(): Promise<DetectorClass | null> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: DetectorClass }; // see above
  // On some systems the class exists but supports no format.
  const formats = (await Native?.getSupportedFormats()) ?? [];
  return Native && formats.includes('qr_code') ? Native : null;
}
