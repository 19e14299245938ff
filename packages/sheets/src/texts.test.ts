import type { Locale } from '@gudbro/domain';
import { expect, test } from 'vitest';
import { makeOptions, makePdf, makeSigns } from './testing/make-sheet.ts';
import { readTexts } from './testing/render-pdf.ts';
import { signTexts } from './texts.ts';

const names = [
  ['Vietnamese', 'vi', 'Khách sạn Hoàng Hôn Đà Nẵng', 'Phòng đặc biệt ở tầng thượng'],
  ['Japanese', 'ja', '夕焼け旅館「直」', '椿の間'],
  ['Chinese', 'zh', '日落酒店（直门）', '三层三〇二'],
  ['Korean', 'en', '노을 게스트하우스', '온돌방'],
  ['German', 'de', 'Gästehaus Straßenmühle', 'Großes Eckzimmer'],
] as const;

test.each(names)(
  'a %s name is copied out of the PDF as it was written',
  async (_, locale, placeName, title) => {
    const signs = makeSigns(1).map((sign) => ({ ...sign, title }));
    const { pdf, problems } = await makePdf(signs, makeOptions('a4-1', { placeName, placeLocale: locale }));
    const [text = ''] = await readTexts(pdf);
    // A name may stand on two lines.
    const onOneLine = text.replace(/\s+/g, ' ');
    expect(onOneLine).toContain(placeName);
    expect(onOneLine).toContain(title);
    expect(problems).toEqual([]);
  },
);

test.each(Object.entries(signTexts))(
  'the instruction and the hint in %s are whole in the PDF',
  async (key, { room, hint }) => {
    const locale = key as Locale; // Object.entries forgets the type of the keys.
    const { pdf } = await makePdf(makeSigns(1), makeOptions('a4-1', { locales: [locale] }));
    const [text = ''] = await readTexts(pdf);
    const readable = text.replace(/\s+/g, '');
    const written = hint.replace('{domain}', 'stays.sunsethotel.example').replace('{word}', 'MANGO');
    expect(readable).toContain(room.replace(/\s+/g, ''));
    expect(readable).toContain(written.replace(/\s+/g, ''));
  },
);

test('characters that no font has are named, and the rest of the text is printed', async () => {
  const signs = makeSigns(1).map((sign) => ({ ...sign, title: 'Villa 🌴 Palm' }));
  const { pdf, problems } = await makePdf(signs, makeOptions('a4-1'));
  const [text = ''] = await readTexts(pdf);
  expect(problems).toEqual([{ kind: 'unprintable', signId: 'room-0', characters: '🌴' }]);
  expect(text).toMatch(/Villa +Palm/);
});
