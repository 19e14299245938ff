import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import { z } from 'zod';
import {
  documentInputSchema,
  documentResponseSchema,
  documentsResponseSchema,
  visaStatusSchema,
} from '../document.ts';
import { ownedParamsSchema, stayParamsSchema } from '../stay-code.ts';

const megabyte = 1024 * 1024;

/** A guest's documents: passports, visas, IDs. */
export const documentRoutes = {
  listDocuments: {
    route: '/api/stay/[code]/documents',
    method: 'GET',
    tier: 'full',
    summary: 'List own documents, with what the place asks for',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    isPolled: true,
    output: documentsResponseSchema,
    errors: ['wrong_stay'],
  },
  addDocument: {
    route: '/api/stay/[code]/documents',
    method: 'POST',
    tier: 'full',
    summary: 'Add a document: what it says, and a picture or PDF of it where the place keeps them',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    body: documentInputSchema,
    bodyExample: {
      documentType: 'passport',
      surname: 'Johnson',
      givenNames: 'Sarah',
      nationality: 'GB',
      documentNumber: '533401372',
      consentVersion: '1.5f2c7a90',
    },
    files: { field: 'file', max: 1, maxBytes: 10 * megabyte },
    output: documentResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['wrong_stay', 'stay_not_begun', 'stay_ended', 'illegal_step', 'conflict'],
  },
  removeDocument: {
    route: '/api/stay/[code]/documents/[id]',
    method: 'DELETE',
    tier: 'full',
    summary: 'Remove an own document that the desk has not checked',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    output: z.object({ removed: z.literal(true) }),
    errors: ['wrong_stay', 'illegal_step', 'conflict'],
  },
  askForErasure: {
    route: '/api/stay/[code]/documents/[id]/erasure',
    method: 'POST',
    tier: 'full',
    summary: 'Ask the place to erase an own document that it has checked',
    params: ownedParamsSchema,
    paramsError: 'not_found',
    output: documentResponseSchema,
    errors: ['wrong_stay'],
  },
  readVisaStatus: {
    route: '/api/stay/[code]/visa-status',
    method: 'GET',
    tier: 'full',
    summary: 'Until when the visa of the own party is valid',
    params: stayParamsSchema,
    paramsError: 'invalid_code',
    output: visaStatusSchema,
    errors: ['wrong_stay'],
  },
} as const satisfies RouteDefinitions;
