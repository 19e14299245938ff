/** A grey picture, a byte for each pixel from black to white, row by row. */
export type Bitmap = { width: number; height: number; data: Uint8Array };

/** Makes a picture smaller by a whole factor, so that it is not wider than `maxWidth`. */
export function shrink(bitmap: Bitmap, maxWidth: number): Bitmap {
  const factor = Math.ceil(bitmap.width / maxWidth);
  if (factor <= 1) return bitmap;
  const [width, height] = [Math.floor(bitmap.width / factor), Math.floor(bitmap.height / factor)];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data[y * width + x] = averageOf(bitmap, x, y, factor);
  }
  return { width, height, data };
}

function averageOf(bitmap: Bitmap, column: number, row: number, factor: number): number {
  let sum = 0;
  for (let y = row * factor; y < (row + 1) * factor; y += 1) {
    for (let x = column * factor; x < (column + 1) * factor; x += 1)
      sum += bitmap.data[y * bitmap.width + x] ?? 0;
  }
  return sum / factor ** 2;
}

/** The grey at a point between pixels; outside, that of the nearest edge. */
export function sample({ width, height, data }: Bitmap, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 2);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 2);
  const right = Math.min(Math.max(x - left, 0), 1);
  const down = Math.min(Math.max(y - top, 0), 1);
  const index = top * width + left;
  const above = (data[index] ?? 0) * (1 - right) + (data[index + 1] ?? 0) * right;
  const below = (data[index + width] ?? 0) * (1 - right) + (data[index + width + 1] ?? 0) * right;
  return above * (1 - down) + below * down;
}
