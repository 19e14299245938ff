export { createActionKit, type FormAction } from './action/define-action.ts';
export type { ActionDone, FormState } from './action/form-state.ts';
export { hashClient, readClientAddress } from './client-key.ts';
export { ApiError } from './errors/api-error.ts';
export { toContractError } from './errors/contract-error.ts';
export { errorBodySchema } from './errors/error-body-schema.ts';
export { type ErrorCode, isErrorCode } from './errors/error-codes.ts';
export type { ErrorBody } from './errors/error-payloads.ts';
export { mapDatabaseError, mapReturnedError } from './errors/map-database-error.ts';
export { type PageError, readPageError } from './errors/read-page-error.ts';
export { statusOfError } from './errors/status-of-error.ts';
export { isLocalOrigin } from './is-local-origin.ts';
export { originSchema } from './origin-schema.ts';
export { EnvError, parseEnv } from './parse-env.ts';
export { formatFault } from './request-log.ts';
export { linkToMenu, restaurantMenuUrlSchema } from './restaurant-menu.ts';
export { createAddressLimiter } from './route/address-limiter.ts';
export { checkOrigin } from './route/check-origin.ts';
export { limitForms } from './route/limit-forms.ts';
export { readBytes } from './route/read-body.ts';
export { hasFailedPart } from './server/capture-page.ts';
export {
  currentRequest,
  type PageResponse,
  runWithRequest,
  setPageResponse,
} from './server/current-request.ts';
export { defineCachedPage, type PageLoad, type PageRequest } from './server/define-cached-page.ts';
export { shareInProcess } from './server/share-in-process.ts';
export { terminalLog } from './terminal-log.ts';
