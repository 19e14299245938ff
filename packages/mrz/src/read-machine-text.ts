import { isAamva } from './find-aamva-elements.ts';
import { parseAamva } from './parse-aamva.ts';
import { parseMrz } from './parse-mrz.ts';
import type { AamvaResult, MrzResult } from './read-result.ts';

/** Reads whatever a keyboard reader sent: the barcode of an American licence, or the lines of a passport, card or visa. */
export function readMachineText(text: string, today: string): MrzResult | AamvaResult {
  return isAamva(text) ? parseAamva(text, today) : parseMrz(text, today);
}
