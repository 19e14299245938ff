import type { Proof } from '@/shell/actions/proof';
import { VerifySheet } from './verify-sheet';
import { verifySilently } from './verify-silently';

/** What the session asks for where a sheet needs the full tier. */
export const proof: Proof = { verifySilently, VerifySheet };
