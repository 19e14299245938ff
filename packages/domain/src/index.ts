export { type AccessSettings, accessSettingsSchema } from './access-settings.ts';
export { buildAppleWifiProfile } from './apple-wifi-profile.ts';
export { BoundedCache } from './bounded-cache.ts';
export { chooseLocale } from './choose-locale.ts';
export {
  type CountryDefaults,
  findCountryDefaults,
  guessCountry,
  listTimezones,
} from './countries/country-defaults.ts';
export { countryCodes, currencyCodes, findCurrencyOfCountry } from './countries/currency-of-country.ts';
export {
  type EmergencyNumber,
  type EmergencyService,
  listEmergencyNumbers,
} from './countries/emergency-numbers.ts';
export { type Country, listCountries } from './countries/list-countries.ts';
export { defaultAccessSettings, type PropertyType, propertyTypes } from './default-access-settings.ts';
export { deriveCheckWord } from './derive-check-word.ts';
export {
  type DocumentField,
  type DocumentType,
  documentFields,
  documentTypes,
  sexes,
} from './documents-law/document-fields.ts';
export {
  areCopiesForbidden,
  defaultDocuments,
  documentLawsAsOf,
  findDocumentLaw,
  findKeptData,
  mayTrackVisas,
} from './documents-law/document-law.ts';
export { type DocumentLaw, documentLaws } from './documents-law/document-laws.ts';
export type { KeepingTime, KeptData } from './documents-law/kept-by-country.ts';
export { findSettingsConflict, type SettingsConflict } from './find-settings-conflict.ts';
export { followDefaults } from './follow-defaults.ts';
export { formatMoney } from './format-money.ts';
export { formatOrderNumber } from './format-order-number.ts';
export { formatRoomLabel } from './format-room-label.ts';
export { formatWifiPayload } from './format-wifi-payload.ts';
export { isLocale, type Locale, localeCookieName, localeNames } from './locales.ts';
export { defaultOrdersPaid, type OrdersPaid, orderSettingsSchema } from './order-settings.ts';
export { formatAmount, minorDigits, parseMoney } from './parse-money.ts';
export { parseWifiPayload } from './parse-wifi-payload.ts';
export {
  formatPicturePath,
  formatPictureSrcSet,
  type PictureAddress,
  type PictureWidth,
  parsePicturePath,
  pictureWidths,
  smallPicture,
} from './pictures.ts';
export {
  maxBedsInRoom,
  maxRoomsAtOnce,
  parseRoomRanges,
  type RoomRangeProblem,
  type RoomRanges,
  type TypedRoom,
} from './room-ranges.ts';
export { listStarters, type Starters, type StarterText } from './starter/list-starters.ts';
export { type Translations, translationsSchema } from './translations.ts';
export {
  type VerificationMethod,
  verificationMethodFor,
  verificationMethods,
} from './verification-method.ts';
export { type WifiCredentials, wifiNetworkSchema, wifiPasswordSchema, wifiZonesSchema } from './wifi.ts';
