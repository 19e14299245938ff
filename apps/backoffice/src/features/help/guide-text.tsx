import type { BackofficeLocale } from '@/i18n/locales';
import { resolveNames } from './resolve-names';

/** A text of the guide, with the names of buttons, fields and screens in bold. */
export function GuideText({ text, locale }: { text: string; locale: BackofficeLocale }) {
  return resolveNames(text, locale).map((piece, index) =>
    piece.isName ? (
      <strong key={index} className="font-semibold">
        {piece.text}
      </strong>
    ) : (
      piece.text
    ),
  );
}
