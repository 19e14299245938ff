import type { DocumentType } from '@gudbro/domain';
import type { Area } from '@/client/pictures/to-jpeg';

type Size = { width: number; height: number };

/** Width by height of the page of a passport (ID-3) and of a card (ID-1). */
const passportPage = 125 / 88;
const card = 85.6 / 54;

/** How much more than the frame is in the picture on each side, as a part of the frame: nobody holds a phone that still. */
const margin = 0.06;

/** The frame's share of the view that it is limited by. */
const share = 0.9;

export function frameRatio(type: DocumentType): number {
  return type === 'id_card' || type === 'driving_licence' ? card : passportPage;
}

/** Where the frame stands in a view of this size: in the middle, as large as fits. */
export function frameIn({ width, height }: Size, ratio: number): Area {
  const frameWidth = Math.min(width * share, height * share * ratio);
  const frameHeight = frameWidth / ratio;
  return {
    x: (width - frameWidth) / 2,
    y: (height - frameHeight) / 2,
    width: frameWidth,
    height: frameHeight,
  };
}

/**
 * The part of the camera's picture that is in the frame, with a margin. The view shows the middle of the picture, scaled so that it
 * covers the view.
 */
export function areaInFrame(picture: Size, view: Size, ratio: number): Area {
  const scale = Math.max(view.width / picture.width, view.height / picture.height);
  const frame = frameIn(view, ratio);
  const width = (frame.width * (1 + 2 * margin)) / scale;
  const height = (frame.height * (1 + 2 * margin)) / scale;
  const left = Math.max(0, (picture.width - width) / 2);
  const top = Math.max(0, (picture.height - height) / 2);
  return {
    x: left,
    y: top,
    width: Math.min(width, picture.width),
    height: Math.min(height, picture.height),
  };
}
