import 'server-only';
import { documentPolicySchema } from '@gudbro/guest-api/document';
import { z } from 'zod';
import { callGuestFunction } from '@/server/call-guest-function';

const placeSchema = z.object({
  name: z.string(),
  slug: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  whatsapp: z.string().nullable(),
  email: z.string().nullable(),
});

export type PrivacyPlace = z.infer<typeof placeSchema>;

/** What the place asks for. The rest of the policy is for a guest with a stay. */
const policySchema = documentPolicySchema.omit({ place: true, email: true, phone: true, canAdd: true });

export type PrivacyPolicy = z.infer<typeof policySchema>;

const privacyNoticeSchema = z.object({ place: placeSchema, policy: policySchema });

export type PrivacyNoticeData = z.infer<typeof privacyNoticeSchema>;

export function getPrivacyNotice(slug: string, client: string, locale: string) {
  const output = privacyNoticeSchema.extend({ ok: z.literal(true) });
  return callGuestFunction('get_privacy_notice', { slug, client, locale }, output);
}
