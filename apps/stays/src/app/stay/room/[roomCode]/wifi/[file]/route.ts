import { randomUUID } from 'node:crypto';
import { ApiError } from '@gudbro/api-kit';
import { buildAppleWifiProfile } from '@gudbro/domain';
import { roomParamsSchema } from '@gudbro/guest-api/room-params';
import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { profileSigner } from '@/env';
import { loadWifi } from '@/features/wifi-profile/load-wifi';
import { signProfile } from '@/features/wifi-profile/sign-profile';
import { messagesOf } from '@/i18n/messages';
import { readRequestLocale } from '@/i18n/request-locale';
import { defineRoute } from '@/server/api/define-route';

const fileSchema = z.string().regex(/^\d{1,2}\.mobileconfig$/);

/** An Apple profile that joins a network of the room: `0.mobileconfig` the primary one, `1.mobileconfig` the next. */
export const GET = defineRoute(
  {
    route: '/stay/room/[roomCode]/wifi/[file]',
    method: 'GET',
    summary: 'Apple profile of a network',
    tier: 'public',
    params: roomParamsSchema.extend({ file: fileSchema }),
    paramsError: 'not_found',
    output: z.union([z.string(), z.instanceof(Uint8Array)]),
    contentType: 'application/x-apple-aspen-config',
  },
  async ({ request, params, session, clientKey }) => {
    const locale = readRequestLocale(request);
    const { wifi, property } = await loadWifi(params.roomCode, { session, clientKey }, locale);
    const index = Number.parseInt(params.file, 10);
    const network = [wifi.primary, ...wifi.zones][index];
    if (!network) {
      throw new ApiError('not_found');
    }
    const t = createTranslator({ locale, messages: messagesOf[locale], namespace: 'Wifi' });
    const profile = buildAppleWifiProfile({
      network: network.network,
      password: network.password,
      displayName: t('profileName', { property: property.name }),
      identifier: `com.gudbro.stays.${params.roomCode}.${index}`,
      profileUuid: randomUUID(),
      payloadUuid: randomUUID(),
    });
    const signer = profileSigner();
    const body = signer ? await signProfile(profile, signer) : profile;
    return { body, headers: { 'Content-Disposition': 'attachment; filename="wifi.mobileconfig"' } };
  },
);
