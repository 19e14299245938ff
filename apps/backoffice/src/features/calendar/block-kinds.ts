/** Why a room is closed. */
export const blockKinds = ['closed', 'maintenance', 'owner_use'] as const;

export type BlockKind = (typeof blockKinds)[number];
