import type { RouteDefinitions } from '@gudbro/api-kit/routes';
import {
  availabilityInputSchema,
  availabilitySchema,
  bookingRequestSchema,
  bookingResponseSchema,
  propertyPageSchema,
  slugParamsSchema,
} from '../property-page-schemas.ts';

/** The property's own page: what it offers, and requests for a booking. */
export const propertyRoutes = {
  readProperty: {
    route: '/api/properties/[slug]',
    method: 'GET',
    tier: 'public',
    summary: 'Read about a property',
    params: slugParamsSchema,
    paramsError: 'not_found',
    output: propertyPageSchema,
  },
  findAvailability: {
    route: '/api/properties/[slug]/availability',
    method: 'GET',
    tier: 'public',
    summary: 'Find free rooms and beds',
    params: slugParamsSchema,
    paramsError: 'not_found',
    query: availabilityInputSchema,
    output: availabilitySchema,
  },
  requestBooking: {
    route: '/api/properties/[slug]/bookings',
    method: 'POST',
    tier: 'public',
    summary: 'Request a booking',
    params: slugParamsSchema,
    paramsError: 'not_found',
    body: bookingRequestSchema,
    bodyExample: {
      offerId: '0f6d2a52-7f0b-4d0e-8f43-7f1d2c3b4a55',
      checkIn: '2027-03-01',
      checkOut: '2027-03-04',
      guestName: 'Sarah Johnson',
      guestLastName: 'Johnson',
      guestEmail: 'sarah@example.com',
      guestCount: 2,
    },
    output: bookingResponseSchema,
    makes: true,
    idempotencyKey: 'optional',
    errors: ['conflict'],
  },
} as const satisfies RouteDefinitions;
