import type { AccountClient } from '@/server/account-client';
import { groupRooms, type PropertyWithRooms } from './group-rooms';
import { listProperties, listRooms, roomsPerPage, searchRooms } from './queries';
import { readRoomSearches } from './room-search';

export type RoomBoard =
  | { state: 'no_properties' }
  | { state: 'nothing_found' }
  | { state: 'rooms'; groups: PropertyWithRooms[]; roomCount: number; isCut: boolean };

/** The data of the first screen: all rooms by property, or the rooms that a search finds. */
export async function readRoomBoard(
  client: AccountClient,
  accountId: string,
  searchText: string,
): Promise<RoomBoard> {
  return searchText === '' ? readAllRooms(client, accountId) : readFoundRooms(client, accountId, searchText);
}

async function readAllRooms(client: AccountClient, accountId: string): Promise<RoomBoard> {
  const [properties, rooms] = await Promise.all([listProperties(client, accountId), listRooms(client)]);
  if (properties.length === 0) {
    return { state: 'no_properties' };
  }
  return {
    state: 'rooms',
    groups: groupRooms(properties, rooms),
    roomCount: rooms.length,
    isCut: rooms.length >= roomsPerPage,
  };
}

async function readFoundRooms(
  client: AccountClient,
  accountId: string,
  searchText: string,
): Promise<RoomBoard> {
  const properties = await listProperties(client, accountId);
  if (properties.length === 0) {
    return { state: 'no_properties' };
  }
  const rooms = await searchRooms(client, readRoomSearches(searchText, properties));
  const groups = groupRooms(properties, rooms).filter((group) => group.rooms.length > 0);
  return groups.length === 0
    ? { state: 'nothing_found' }
    : { state: 'rooms', groups, roomCount: rooms.length, isCut: rooms.length >= roomsPerPage };
}
