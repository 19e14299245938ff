import sharp, { type Raw } from 'sharp';

type TileOptions = { text: string; fontFile: string; width: number; height: number };

type Tile = { data: Buffer; raw: Raw };

/** The name of the family in the font's own file. */
const family = 'Be Vietnam Pro';
const degrees = -24;

/**
 * The text, slanting, as a tile that is repeated over a picture of this size: dark and light beside each other, so that it is read on
 * either. The font is a file of ours: the machine's own fonts decide nothing.
 */
export async function drawTile({ text, fontFile, width, height }: TileOptions): Promise<Tile> {
  const pixels = Math.max(8, Math.round(Math.min(width, height) / 32));
  const edge = Math.max(1, Math.round(pixels / 18));
  const [dark, light] = await Promise.all([
    drawText(text, '#000000', 42, pixels, fontFile),
    drawText(text, '#ffffff', 58, pixels, fontFile),
  ]);
  const line = await sharp({
    create: {
      width: dark.info.width + pixels,
      height: dark.info.height + Math.round(pixels * 1.2),
      channels: 4,
      background: transparent,
    },
  })
    .composite([
      { input: dark.data, raw: rawOf(dark.info), left: edge, top: edge },
      { input: light.data, raw: rawOf(light.info), left: 0, top: 0 },
    ])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const slanted = sharp(line.data, { raw: rawOf(line.info) }).rotate(degrees, { background: transparent });
  return cutTo(await stagger(await slanted.raw().toBuffer({ resolveWithObject: true })), width, height);
}

/** The same again, half a tile further down, so that no corner of a tile is left free. */
function stagger(tile: Drawn): Promise<Drawn> {
  const down = Math.floor(tile.info.height / 2);
  const further = [down, down - tile.info.height].map((top) => ({
    input: tile.data,
    raw: rawOf(tile.info),
    left: 0,
    top,
  }));
  return sharp(tile.data, { raw: rawOf(tile.info) })
    .composite(further)
    .raw()
    .toBuffer({ resolveWithObject: true });
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 };

type Drawn = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

function rawOf({ width, height, channels }: Drawn['info']): Raw {
  return { width, height, channels };
}

function drawText(
  text: string,
  colour: string,
  percent: number,
  pixels: number,
  fontFile: string,
): Promise<Drawn> {
  const markup = `<span foreground="${colour}" fgalpha="${percent}%">${escapeMarkup(text)}</span>`;
  return sharp({
    // At 72 dots an inch a point is a pixel.
    text: { text: markup, font: `${family} ${pixels}`, fontfile: fontFile, rgba: true, dpi: 72 },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A tile larger than its picture is refused by the decoder, so it is cut to it. */
async function cutTo(tile: Drawn, width: number, height: number): Promise<Tile> {
  const cut = await sharp(tile.data, { raw: rawOf(tile.info) })
    .extract({
      left: 0,
      top: 0,
      width: Math.min(width, tile.info.width),
      height: Math.min(height, tile.info.height),
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: cut.data, raw: rawOf(cut.info) };
}
