import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { cache } from 'react';
import type { AccountClient } from './account-client';
import { pageClient, requireAccount } from './current-account';
import { readRequestPath } from './request-path';

/** The roles, each allowed what those before it are. The same order as `member_role` in SQL. */
export const memberRoles = ['housekeeper', 'staff', 'manager', 'owner'] as const;

export type MemberRole = (typeof memberRoles)[number];

const maxPlaces = 1000;

/** The places at which an account works, by name. One query serves the switcher and every page. */
export async function listPlaces(client: AccountClient, accountId: string) {
  const rows = await client.query((db) =>
    db
      .from('property_members')
      .select(
        `role, seesDocuments:sees_documents, seesMoney:sees_money,
         place:accom_properties!inner(id, slug, name, type, timezone, country, currency, shortCode:short_code,
           defaultLocale:default_locale, isActive:is_active)`,
      )
      .eq('account_id', accountId)
      .order('name', { referencedTable: 'accom_properties' })
      .limit(maxPlaces),
  );
  return rows
    .map(({ place, ...membership }) => ({ ...place, ...membership }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export type Place = Awaited<ReturnType<typeof listPlaces>>[number];

/** The places of this request's person. */
export const listOwnPlaces = cache(async (): Promise<Place[]> => {
  const account = await requireAccount(await readRequestPath());
  return listPlaces(await pageClient(), account.id);
});

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
