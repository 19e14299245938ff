import type { Locale } from '@gudbro/domain';
import type { Format } from './formats.ts';
import type { Logo } from './logo.ts';

/** One QR code on paper, with what it is for. */
export type Sign = {
  id: string;
  kind: 'room' | 'place' | 'wifi';
  /** The text of the QR code. */
  qr: string;
  /** What stands largest: the name of the room, the place or the network. */
  title: string;
  /** Printed under the QR code, to type it where no camera works. */
  code: string | null;
  /** The word that the opened page shows too. */
  checkWord: string | null;
  /** For a WiFi card. The password is null where the network is open. */
  network: { name: string; password: string | null } | null;
};

/** How signs are printed. Everything but the signs themselves. */
export type SheetOptions = {
  format: Format;
  /** The languages of the instruction, the most important first. */
  locales: readonly [Locale, ...Locale[]];
  placeName: string;
  /** The language of the place's own names, which decides how Han characters look. */
  placeLocale: Locale;
  /** The host to which the codes lead. */
  domain: string;
  colour: string;
  logo: Logo | null;
  logoPosition: 'header' | 'code';
  /** Moves everything on the paper, for a printer that draws it in slightly. */
  offset: { x: number; y: number };
  /** The first label that is still on the sheet, counted from 1. */
  firstLabel: number;
  hasCutMarks: boolean;
  /** Adds a first page with a ruler and the outlines of the labels, under this text. */
  checkPage: string | null;
};

/** What did not go onto a sign as it was meant to. A sign is never cut off without a word. */
export type SheetProblem =
  | { kind: 'code_is_small'; signId: string; sizeMm: number }
  | { kind: 'language_left_out'; signId: string; locale: Locale }
  | { kind: 'text_shortened'; signId: string; text: string }
  | { kind: 'logo_left_out'; signId: string }
  | { kind: 'unprintable'; signId: string; characters: string };
