import { describe, expect, test } from 'vitest';
import { drawPicture, type Look, plainLook } from '../testing/draw-picture.ts';
import { drawTemplates } from '../testing/draw-templates.ts';
import { readPicture } from './read-picture.ts';
import { templates } from './templates.ts';

const today = '2026-01-31';

const documents = {
  TD3: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  'MRV-A': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
};

const looks: [string, Partial<Look>][] = [
  ['plain', {}],
  ['small', { pitch: 10, blur: 0.5, noise: 5 }],
  ['turned left', { turn: -2, blur: 0.5 }],
  ['turned right', { turn: 5, blur: 0.5 }],
  ['out of focus', { blur: 3, turn: 1 }],
  ['noisy', { blur: 0.8, noise: 25, turn: -1 }],
  ['half in shade', { blur: 1, noise: 8, shade: 150, turn: 2 }],
  ['faint', { blur: 1, noise: 8, ink: 150 }],
  ['bold', { blur: 1, noise: 8, bolder: 60 }],
  ['taken from the side', { blur: 1, noise: 8, tilt: 0.05, turn: 1 }],
];

describe.each(Object.entries(documents))('reads the lines of a %s', (_, lines) => {
  test.each(looks)('%s', async (_, look) => {
    const bitmap = await drawPicture(lines, { ...plainLook, ...look });
    expect(readPicture(bitmap, today)).toMatchObject({ text: lines.join('\n'), agrees: true });
  });
});

test('finds no lines in a picture without them', async () => {
  expect(readPicture({ width: 300, height: 200, data: new Uint8Array(60_000).fill(128) }, today)).toBeNull();
  expect(readPicture(await drawPicture([], { ...plainLook, noise: 20 }), today)).toBeNull();
});

test('the templates are those of the font', async () => {
  expect(await drawTemplates()).toEqual(templates);
});
