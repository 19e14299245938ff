import { cameraStates } from './camera-states';
import { documentFormStates } from './document-form-states';
import { documentStates } from './document-states';
import { failureStates } from './failure-states';
import { incidentStates, reportStates } from './incident-states';
import { cartStates, orderStates } from './order-states';
import { entryStates, propertyPageStates, roomStates } from './page-states';
import { phoneStates } from './phone-states';
import type { State } from './state';
import { verifyStates } from './verify-states';

type StateGroup = { name: string; states: readonly State[] };

/** Every page and sheet of the guest app, in every state it can have. */
export const allStates: readonly StateGroup[] = [
  { name: 'entry', states: entryStates },
  { name: 'scanner', states: cameraStates },
  { name: 'room page', states: roomStates },
  { name: 'property page', states: propertyPageStates },
  { name: 'verification sheet', states: verifyStates },
  { name: 'cart', states: cartStates },
  { name: 'orders sheet', states: orderStates },
  { name: 'report form', states: reportStates },
  { name: 'own reports', states: incidentStates },
  { name: 'document form', states: documentFormStates },
  { name: 'own documents', states: documentStates },
  { name: 'devices sheet', states: phoneStates },
  { name: 'failure page', states: failureStates },
];
