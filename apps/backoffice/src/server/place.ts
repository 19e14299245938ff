import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { requireAccount } from './current-account';
import { type MemberRole, memberRoles, type Place } from './own-places';
import { readRequestPath } from './request-path';

export { type MemberRole, memberRoles, type Place } from './own-places';

/** The places of this request's person, by name. */
export async function listOwnPlaces(): Promise<readonly Place[]> {
  const { places } = await requireAccount(await readRequestPath());
  return places;
}

/** Whether a role is at least this one. SQL decides what it may do; this decides what a screen offers. */
export function hasRole(role: MemberRole, minimum: MemberRole): boolean {
  return memberRoles.indexOf(role) >= memberRoles.indexOf(minimum);
}

/**
 * The place of an address. A place of others and one that does not exist are the same `not_found`; too low a role is
 * `forbidden`.
 */
export function findPlace(places: readonly Place[], slug: string, minimum: MemberRole): Place {
  const place = places.find((one) => one.slug === slug);
  if (place === undefined) {
    throw new ApiError('not_found');
  }
  if (!hasRole(place.role, minimum)) {
    throw new ApiError('forbidden');
  }
  return place;
}

/** The place of this page's address. Without a person it redirects to the sign-in, which leads back here. */
export async function requirePlace(slug: string, minimum: MemberRole = 'staff'): Promise<Place> {
  return findPlace(await listOwnPlaces(), slug, minimum);
}
