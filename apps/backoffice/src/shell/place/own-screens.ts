import { hasRole, type Place } from '@/server/place';
import { screens } from './screens';

/** The screens that a person has at a place, by their role and by what their switches let them see. */
export function listOwnScreens(place: Place) {
  return screens.filter(
    ({ role, needs }) => hasRole(place.role, role) && (needs === undefined || place[needs]),
  );
}
