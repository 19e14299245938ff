import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';

export async function Amenities({ amenities, lang }: { amenities: string[]; lang: string | undefined }) {
  const t = await getTranslations('Property');
  if (amenities.length === 0) {
    return null;
  }
  return (
    <Card title={t('amenities')} icon="leaf">
      <ul lang={lang} className="grid grid-cols-2 gap-x-4 gap-y-2.5 leading-snug">
        {amenities.map((amenity) => (
          <li key={amenity} className="wrap-anywhere flex gap-2">
            <Icon name="check" className="mt-1 size-4 shrink-0 text-accent" />
            {amenity}
          </li>
        ))}
      </ul>
    </Card>
  );
}
