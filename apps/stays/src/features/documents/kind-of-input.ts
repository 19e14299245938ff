import type { DocumentField } from '@gudbro/domain';
import type { InputHTMLAttributes } from 'react';
import { isOptionalField } from './check-draft';
import type { DocumentDraft } from './document-draft';

type KindOfInput = InputHTMLAttributes<HTMLInputElement> & { isOptional: boolean };

/** How a field is typed. The browser may fill in what it knows of its own user, and of nobody else. */
export function kindOfInput(field: DocumentField, draft: DocumentDraft, today: string): KindOfInput {
  const isOptional = isOptionalField(draft, field);
  const isOwn = draft.person === 'lead';
  switch (field) {
    case 'surname':
      return { ...name(isOwn ? 'family-name' : 'off'), isOptional };
    case 'givenNames':
      return { ...name(isOwn ? 'given-name' : 'off'), isOptional };
    case 'birthDate':
      return {
        type: 'date',
        autoComplete: isOwn ? 'bday' : 'off',
        min: '1900-01-01',
        max: today,
        isOptional,
      };
    case 'expiryDate':
    case 'visaExpiryDate':
      return { type: 'date', autoComplete: 'off', min: '2000-01-01', max: '2199-12-31', isOptional };
    case 'documentNumber':
      return {
        type: 'text',
        autoComplete: 'off',
        autoCapitalize: 'characters',
        autoCorrect: 'off',
        spellCheck: false,
        maxLength: 40,
        isOptional,
      };
    default:
      return { type: 'text', autoComplete: 'off', spellCheck: false, maxLength: 60, isOptional };
  }
}

function name(autoComplete: string): InputHTMLAttributes<HTMLInputElement> {
  return { type: 'text', autoComplete, autoCapitalize: 'words', spellCheck: false, maxLength: 100 };
}
