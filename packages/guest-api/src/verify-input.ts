import { codeInputSchema } from '@gudbro/access-codes/zod';
import { z } from 'zod';

const nameSchema = z.string().trim().min(1).max(200);

/** The guest's answer, by the property's method. The method `none` takes an empty object. */
export const roomAnswerSchema = z.union([
  z.strictObject({ lastName: nameSchema }),
  z.strictObject({
    pin: z
      .string()
      .trim()
      .regex(/^[0-9]{6}$/, 'must be six digits'),
  }),
  z.strictObject({ roomNumber: z.string().trim().min(1).max(40) }),
  z.strictObject({}),
]);

function codeOfKind<Kind extends 'booking' | 'access'>(kind: Kind) {
  return z
    .string()
    .max(300)
    .pipe(codeInputSchema({ expect: kind }))
    .transform(({ code }) => code);
}

export const bookingAnswerSchema = z.strictObject({
  bookingCode: codeOfKind('booking'),
  lastName: nameSchema,
});

export const accessCodeInputSchema = z.strictObject({ accessCode: codeOfKind('access') });
