import { expect, test } from 'vitest';
import { areaInFrame, frameIn, frameRatio } from './frame-area';

const view = { width: 100, height: 100 };
const ratio = frameRatio('passport');

test('the frame has the form of the page and stands in the middle of the view', () => {
  const { x, y, width, height } = frameIn(view, ratio);
  expect(width / height).toBeCloseTo(ratio);
  expect(x * 2 + width).toBeCloseTo(100);
  expect(y * 2 + height).toBeCloseTo(100);
});

test.each([
  ['an upright picture', { width: 1440, height: 1920 }],
  ['a picture across', { width: 1920, height: 1440 }],
  ['a small picture', { width: 640, height: 480 }],
])('of %s, what is in the frame is sent, and never more than there is', (_name, picture) => {
  const { x, y, width, height } = areaInFrame(picture, view, ratio);
  expect(width).toBeGreaterThan(height);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(picture.width + 0.001);
  expect(y + height).toBeLessThanOrEqual(picture.height + 0.001);
});

test('a card is flatter than the page of a passport', () => {
  expect(frameRatio('id_card')).toBeGreaterThan(frameRatio('visa'));
});
