import 'server-only';
import { type MasterKeys, readMasterKeys } from '@gudbro/documents';
import { env } from '@/env';

let keys: Promise<MasterKeys> | undefined;

/** The keys that wrap those of the places, read once. */
export function masterKeys(): Promise<MasterKeys> {
  keys ??= readMasterKeys(env().DOCUMENT_KEYS);
  return keys;
}
