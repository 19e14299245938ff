import path from 'node:path';
import sharp from 'sharp';

/** Renders the icons of the installed app from public/icon.svg. Run it after a change: node scripts/make-icons.ts */
const publicFolder = path.join(import.meta.dirname, '../public');
const background = '#eaf0ec';

// A maskable icon may be cropped to a circle of 80 % of its size, so its picture has to be smaller.
const icons = [
  { name: 'icon-192.png', size: 192, share: 0.92, isOpaque: false },
  { name: 'icon-512.png', size: 512, share: 0.92, isOpaque: false },
  { name: 'maskable-512.png', size: 512, share: 0.6, isOpaque: true },
  { name: 'apple-touch-icon.png', size: 180, share: 0.76, isOpaque: true },
];

for (const { name, size, share, isOpaque } of icons) {
  const picture = Math.round(size * share);
  const drawing = await sharp(path.join(publicFolder, 'icon.svg'), { density: (72 * picture) / 64 })
    .resize(picture, picture)
    .png()
    .toBuffer();
  await sharp({
    create: { width: size, height: size, channels: 4, background: isOpaque ? background : '#00000000' },
  })
    .composite([{ input: drawing }])
    .png({ compressionLevel: 9, palette: true })
    .toFile(path.join(publicFolder, 'icons', name));
}
