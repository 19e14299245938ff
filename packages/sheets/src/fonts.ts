import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BoundedCache } from '@gudbro/domain';
import { create, type Font } from 'fontkit';
import type { FontId } from './shapes.ts';

// Whole fonts, from which a PDF takes the glyphs that it uses. The subsets of web fonts would not do: they cut a Chinese
// or Japanese font into a hundred files.
const files: Record<FontId, string> = {
  regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  bold: '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
  japanese: '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  chinese: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  korean: '@expo-google-fonts/noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf',
};

const loaded = new Map<FontId, Font>();

/** A font, read when it is first needed and then held: a sheet in English never reads the ten megabytes of the Chinese one. */
export function loadFont(id: FontId): Font {
  const known = loaded.get(id);
  if (known) {
    return known;
  }
  // A bundler must leave the file where it is: it is read at runtime.
  const path = createRequire(import.meta.url).resolve(/* turbopackIgnore: true */ files[id]);
  const font = create(readFileSync(/* turbopackIgnore: true */ path));
  if (!('layout' in font)) {
    throw new TypeError(`${files[id]} is a collection of fonts, not one font.`);
  }
  loaded.set(id, font);
  return font;
}

const widths = new BoundedCache<number>(5000);

/** The width of a text at a size of 1, with its kerning. */
export function measureText(text: string, id: FontId): number {
  return widths.get(`${id} ${text}`, () => {
    const font = loadFont(id);
    return font.layout(text).advanceWidth / font.unitsPerEm;
  });
}

const glyphs = new BoundedCache<boolean>(20_000);

export function hasGlyph(id: FontId, character: string): boolean {
  return glyphs.get(`${id} ${character}`, () =>
    loadFont(id).hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
}
