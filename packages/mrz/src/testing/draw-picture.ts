import sharp from 'sharp';
import type { Bitmap } from '../picture/bitmap.ts';
import { advance, outlines } from './ocr-b-outlines.ts';

export type Look = {
  /** The distance from one character to the next, in pixels. */
  pitch: number;
  /** Degrees. */
  turn: number;
  /** The radius of the blur, in pixels. */
  blur: number;
  /** The standard deviation of each pixel's grey. */
  noise: number;
  /** How many greys darker the right edge is than the left one. */
  shade: number;
  /** The grey of the ink; paper is 230. */
  ink: number;
  /** How much bolder than the font the print is, in units of it. */
  bolder: number;
  /** How much of its height the picture's right edge is smaller by: the camera was not held parallel. */
  tilt: number;
  seed: number;
};

export const plainLook: Look = {
  pitch: 20,
  turn: 0,
  blur: 0,
  noise: 0,
  shade: 0,
  ink: 40,
  bolder: 0,
  tilt: 0,
  seed: 1,
};

/** A picture of the lower part of a document: a portrait, some print, and the lines. */
export async function drawPicture(lines: string[], look: Look): Promise<Bitmap> {
  const length = lines[0]?.length ?? 0;
  const width = Math.round((length + 6) * look.pitch);
  const height = Math.round((lines.length * 1.67 + 9) * look.pitch);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="light"><stop offset="0" stop-color="#000" stop-opacity="0"/>
      <stop offset="1" stop-color="#000" stop-opacity="${look.shade / 230}"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="rgb(230,230,230)"/>
    <g transform="rotate(${look.turn} ${width / 2} ${height / 2})">
      ${drawSurroundings(look, height)}
      ${lines.map((line, index) => drawLine(line, look, (index + 8) * look.pitch * 1 + index * 0.67 * look.pitch)).join('')}
    </g>
    <rect width="100%" height="100%" fill="url(#light)"/></svg>`;
  let picture = sharp(Buffer.from(svg)).flatten({ background: 'white' }).greyscale();
  if (look.blur >= 0.3) picture = picture.blur(look.blur);
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const bitmap = { width: info.width, height: info.height, data: takeFirstChannel(data, info.channels) };
  return addNoise(tiltPicture(bitmap, look.tilt), look);
}

function takeFirstChannel(data: Buffer, channels: number): Uint8Array {
  return Uint8Array.from({ length: data.length / channels }, (_, index) => data[index * channels] ?? 0);
}

function drawLine(line: string, look: Look, y: number): string {
  const scale = look.pitch / advance;
  const ink = `rgb(${look.ink},${look.ink},${look.ink})`;
  const glyphs = [...line].map((glyph, index) => {
    const place = `translate(${(index + 3) * look.pitch} ${y}) scale(${scale})`;
    return `<path transform="${place}" d="${outlines[glyph] ?? ''}" stroke-width="${look.bolder}"/>`;
  });
  return `<g fill="${ink}" stroke="${ink}">${glyphs.join('')}</g>`;
}

/** A dark oval for the portrait, and words beside it in another size. */
function drawSurroundings(look: Look, height: number): string {
  const unit = look.pitch;
  const words = ['REPUBLIC OF UTOPIA', 'ERIKSSON', 'ANNA MARIA 12 AUG 1974'].map((text, row) => {
    const glyphs = [...text].map((glyph, index) => {
      const place = `translate(${(16 + index * 0.7) * unit} ${(2 + row * 1.7) * unit}) scale(${(0.7 * unit) / advance})`;
      return `<path transform="${place}" d="${outlines[glyph] ?? ''}" fill="#444"/>`;
    });
    return glyphs.join('');
  });
  return `<rect x="${2 * unit}" y="0" width="${10 * unit}" height="${Math.min(6 * unit, height)}" fill="#b0b0b0"/>
    <ellipse cx="${7 * unit}" cy="${3 * unit}" rx="${2.2 * unit}" ry="${2.8 * unit}" fill="#555"/>${words.join('')}`;
}

/** Makes the right edge smaller, as of a page that is turned away. */
function tiltPicture(bitmap: Bitmap, tilt: number): Bitmap {
  if (tilt === 0) return bitmap;
  const { width, height, data } = bitmap;
  const tilted = new Uint8Array(data.length).fill(230);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Depth changes the scale; the centre stays.
      const depth = 1 + tilt * (x / width - 0.5);
      const fromX = Math.round(width / 2 + (x - width / 2) * depth);
      const fromY = Math.round(height / 2 + (y - height / 2) * depth);
      if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height) {
        tilted[y * width + x] = data[fromY * width + fromX] ?? 230;
      }
    }
  }
  return { width, height, data: tilted };
}

function addNoise(bitmap: Bitmap, { noise, seed }: Look): Bitmap {
  const random = mulberry32(seed);
  const data = bitmap.data.map((grey) => {
    // The sum of four even numbers is near enough to a normal one; its deviation is 0.577.
    const deviation = (random() + random() + random() + random() - 2) / 0.577;
    return Math.min(255, Math.max(0, Math.round(grey + deviation * noise)));
  });
  return { ...bitmap, data };
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
