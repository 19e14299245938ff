import type { Property } from '@gudbro/guest-api/room-access';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import { mapLink } from '@/shell/property/contact-links';

/** The address, to read, to show to a driver and to open in a map. */
export async function WayThere({ property: { name, address } }: { property: Property }) {
  const [t, property] = await Promise.all([getTranslations('Upcoming'), getTranslations('Property')]);
  if (address === '') {
    return null;
  }
  return (
    <Card title={t('way')} icon="pin">
      <address translate="no" className="wrap-anywhere select-all text-lg not-italic leading-snug">
        {address}
      </address>
      <ButtonLink href={mapLink(name, address)} className="mt-4 w-full">
        {property('map')}
      </ButtonLink>
    </Card>
  );
}
