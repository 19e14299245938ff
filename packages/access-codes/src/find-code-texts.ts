import type { CodeKind } from './code-forms.ts';

/** A piece of the input that should be a code, and the kind its surroundings name. */
export interface CodeText {
  /** The ways to cut the piece out, to be tried in this order. */
  readonly readings: readonly [string, ...string[]];
  readonly kind?: CodeKind | undefined;
}

/**
 * A part of the old QR payload, `{"room_code": "...", "access_code": "..."}`, or the end of an entry point's
 * path on any host. What is shorter than five characters is the word "room" after "/stay/", or no code.
 */
const NAMED_TEXT =
  /["/](?:(room)|(stay)|access|session)(?:_code"\s*:\s*"|\/)\s*([^"/?#\s][^"/?#]{3,}[^"/?#\s])/gi;

/** Finds what should be a code in a payload or an address. Any other input is one text, whose kind is not named. */
export function findCodeTexts(input: string): readonly CodeText[] {
  const decoded = decode(input);
  const texts: CodeText[] = [];
  for (const [, room, stay, text] of decoded.matchAll(NAMED_TEXT)) {
    // The last group is part of every match, and has a first word.
    const [word, whole] = [(text as string).split(/\s/)[0] as string, text as string];
    // A space ends the address in a message ("… is our room"), or stands inside of a code that was typed.
    texts.push({ readings: [word, whole], kind: room ? 'room' : stay ? undefined : 'access' });
  }
  return texts[0] ? texts : [{ readings: [decoded] }];
}

function decode(input: string): string {
  try {
    return decodeURIComponent(input);
  } catch {
    // A stray percent sign is no escape: it stays, and is refused as a character that no code has.
    return input;
  }
}
