import type { CodeRefusal } from '@gudbro/access-codes';
import type { createTranslator } from 'next-intl';
import type { Messages } from '@/i18n/messages';

type CodeTranslator = ReturnType<typeof createTranslator<Messages, 'Code'>>;

/** Says what is wrong with a typed code, so that the guest can correct it. */
export function formatCodeRefusal(refusal: CodeRefusal, t: CodeTranslator): string {
  switch (refusal.reason) {
    case 'empty':
      return t('empty');
    case 'never_contains':
      return t('neverContains', { character: refusal.character });
    case 'invalid_character':
      return t('invalidCharacter', { character: refusal.character });
    case 'too_short':
      return t('tooShort', { actual: refusal.actual, expected: refusal.expected });
    case 'too_long':
      return t('tooLong', { actual: refusal.actual, expected: refusal.expected });
    case 'wrong_kind':
      return t(refusal.kind === 'booking' ? 'bookingCode' : 'accessCode');
    case 'unknown_kind':
    case 'ambiguous':
      return t('noCode');
  }
}
