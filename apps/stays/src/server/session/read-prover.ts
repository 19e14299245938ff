import 'server-only';
import type { PageRequest } from '@gudbro/api-kit';
import { isHttps } from '@/env';
import { readRequestLocale } from '@/i18n/request-locale';
import { type Phone, readPhone } from './phone-cookie';

/** Who proves a stay: whose tries it uses up, on which phone, and in which language the stay is described. */
export type Prover = { client: string; phone: Phone; locale: string };

export function readProver(request: PageRequest, client: string): Prover {
  return { client, phone: readPhone(request, isHttps()), locale: readRequestLocale(request) };
}
