import { hasRole, type MemberRole, memberRoles } from '@/server/place';

// What a screen offers. SQL decides the same (`private.may_give_role`) and refuses everything else.

/** The roles that somebody with this role may give: owners all, managers those below their own. Highest first. */
export function listGivenRoles(own: MemberRole): readonly MemberRole[] {
  const roles = [...memberRoles].reverse();
  if (own === 'owner') {
    return roles;
  }
  return own === 'manager' ? roles.filter((role) => !hasRole(role, 'manager')) : [];
}

/** Whether a role leaves the switches open: owners see both, housekeepers neither. */
export function hasSwitches(role: MemberRole): boolean {
  return role === 'manager' || role === 'staff';
}
