import { hashText } from '../actions/hash-text';

/**
 * The idempotency key of something that is written: of the draft, and of what is in it. Sent again as it is, it arrives
 * once; changed after a try without an answer, it is another thing, and the first one is not answered in its place.
 */
export function keyOfWriting(draftId: string, content: readonly (string | number)[]): string {
  return `${draftId}-${hashText(JSON.stringify(content))}`;
}
