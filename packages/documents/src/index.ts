export { type DocumentPart, digestNumber, openPart, rewrapPartKey, sealPart } from './document-parts.ts';
export { areMasterKeys, type MasterKeys, readMasterKeys } from './master-keys.ts';
export {
  offerPlaceKey,
  openPlaceKey,
  type PlaceKey,
  rewrapPlaceKey,
  type StoredPlaceKey,
} from './place-keys.ts';
export { pickUnsealed, type SealedFields, sealFields } from './seal-fields.ts';
