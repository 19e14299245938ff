import { hashText } from '@/client/hash-text';

/**
 * The idempotency key of a draft, made of its id and a hash of its content. Sent again unchanged, the draft is stored
 * once. Changed after a try without a response, it has a new key, so the server cannot take it for a replay.
 */
export function idempotencyKeyOf(draftId: string, content: readonly (string | number)[]): string {
  return `${draftId}-${hashText(JSON.stringify(content))}`;
}
