import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';
import { type After, rowsPerPage } from '@/server/page-of-rows';

const columns =
  'id, kind, number:room_number, code, network:wifi_network, hangsAt:hangs_at, printedAt:created_at, seenAt:seen_at, tornAt:torn_at, removedAt:removed_at, diedAt:died_at, roomId:room_id';

export const signFilters = ['all', 'torn', 'dead', 'unseen'] as const;

export type SignFilter = (typeof signFilters)[number];

type SignSearch = { search: string; filter: SignFilter; after: After | null };

/** One page of the register, the newest paper first, and one row more where there is a next page. */
export async function listSigns(
  client: AccountClient,
  placeId: string,
  { search, filter, after }: SignSearch,
) {
  return client.query((db) => {
    let query = db
      .from('signs')
      .select(columns)
      .eq('property_id', placeId)
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(rowsPerPage + 1);
    if (search !== '') {
      query = query.ilike('room_number', `%${search.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_')}%`);
    }
    if (filter === 'torn') {
      query = query.not('torn_at', 'is', null).is('removed_at', null);
    } else if (filter === 'dead') {
      query = query.not('died_at', 'is', null).is('removed_at', null);
    } else if (filter === 'unseen') {
      query = query.is('seen_at', null).is('removed_at', null).is('died_at', null);
    }
    return after === null
      ? query
      : query.or(`created_at.lt."${after.value}",and(created_at.eq."${after.value}",id.lt.${after.id})`);
  });
}

export type SignRow = Awaited<ReturnType<typeof listSigns>>[number];

/** One sign with how it was printed, and the version that a form sends back. */
export async function findSign(client: AccountClient, placeId: string, id: string) {
  return client.query((db) =>
    db
      .from('signs')
      .select(
        `${columns}, version:updated_at,
         job:print_jobs!signs_job(id, format, accountId:account_id, signCount:sign_count)`,
      )
      .eq('property_id', placeId)
      .eq('id', id)
      .maybeSingle(),
  );
}

export type SignDetail = NonNullable<Awaited<ReturnType<typeof findSign>>>;

export async function getSign(client: AccountClient, placeId: string, id: string): Promise<SignDetail> {
  const sign = await findSign(client, placeId, id);
  if (sign === null) {
    throw new ApiError('not_found');
  }
  return sign;
}

/** The paper of a room that is not taken down, the newest first. */
export async function listSignsOfRoom(client: AccountClient, placeId: string, roomId: string) {
  return client.query((db) =>
    db
      .from('signs')
      .select(columns)
      .eq('property_id', placeId)
      .eq('room_id', roomId)
      .is('removed_at', null)
      .order('created_at', { ascending: false })
      .limit(50),
  );
}

export type SignStatus = 'good' | 'torn' | 'dead' | 'removed';

type SignState = Pick<SignRow, 'removedAt' | 'diedAt' | 'tornAt'>;

/** What counts most: paper that is gone needs nothing, dead paper has to come down, torn paper to be printed again. */
export function statusOfSign({ removedAt, diedAt, tornAt }: SignState): SignStatus {
  if (removedAt !== null) {
    return 'removed';
  }
  if (diedAt !== null) {
    return 'dead';
  }
  return tornAt === null ? 'good' : 'torn';
}
