import 'server-only';
import type { AccountClient } from './account-client';

/** The lists that managers put in order. */
export const contentKinds = ['categories', 'items', 'deals', 'numbers', 'areas', 'types', 'rooms'] as const;

export type ContentKind = (typeof contentKinds)[number];

type Move = { kind: ContentKind; id: string; to: number };

/** Moves a row to this place of its list, from 1 on. A place after the last is the last. */
export async function moveContent(client: AccountClient, { kind, id, to }: Move): Promise<void> {
  await client.query((db) => db.rpc('move_content', { kind, row_id: id, place: to }));
}
