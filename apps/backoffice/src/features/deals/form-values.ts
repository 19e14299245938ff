import { readTranslated } from '@/shell/form/translated-texts';
import type { Deal } from './queries';

/** An offer as the values of its form's fields. */
export function toDealValues(deal: Deal) {
  return {
    partner: deal.partner,
    title: deal.title,
    description: deal.description,
    discount: deal.discount ?? '',
    from: deal.validFrom ?? '',
    until: deal.validUntil ?? '',
    link: deal.link ?? '',
    version: deal.version,
    ...readTranslated(deal.translations),
  };
}
