import type { DocumentType } from './document-fields.ts';
import type { MrzFormat } from './layouts.ts';

/**
 * The kind of document, by its code. The second letter is the issuer's, but for few: `AC` is a crew member's certificate,
 * and a residence permit of the European Union has `R`. Neither tells that its holder is a citizen.
 */
export function findDocumentType(format: MrzFormat, documentCode: string): DocumentType {
  if (format === 'MRV-A' || format === 'MRV-B') return 'visa';
  if (documentCode.startsWith('P')) return 'passport';
  if (documentCode === 'AC' || !/^[ACI][^R]/.test(documentCode)) return 'other';
  return 'id_card';
}
