import { cut, withoutFillers } from './cut.ts';
import type { MrzLines } from './find-lines.ts';

type NumberParts = {
  documentNumber: string;
  checkDigit: string;
  /** What the digit may have been computed of; one of these has to fit. */
  checked: string[];
  optionalData: string;
};

/**
 * Reads the document number with the optional data beside it. Where a number of a card has more than nine characters, a
 * filler is in the place of the check digit, and the optional data begin with the rest of the number and its digit.
 */
export function splitNumber({ layout, lines }: MrzLines): NumberParts {
  const { line, end } = layout.documentNumber;
  const start = cut(lines, layout.documentNumber);
  const checkDigit = cut(lines, { line, start: end, end: end + 1 });
  const optional = cut(lines, layout.optionalData);
  const [rest = ''] = optional.split('<');
  if (layout.overflows && checkDigit === '<' && rest.length > 1) {
    const more = rest.slice(0, -1);
    return {
      documentNumber: start + more,
      checkDigit: rest.slice(-1),
      // The standard does not say whether the filler counts, and issuers differ.
      checked: [start + more, `${start}<${more}`],
      optionalData: withoutFillers(optional.slice(rest.length)),
    };
  }
  return {
    documentNumber: withoutFillers(start),
    checkDigit,
    checked: [start],
    optionalData: withoutFillers(optional),
  };
}
