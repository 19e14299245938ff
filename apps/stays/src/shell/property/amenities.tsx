import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';

/** No line ends inside "6:30–10:00" or "pick-up": the column is narrow, and the rest of it would stand alone. */
function keepTogether(text: string): string {
  return text.replace(/(?<=\d)[–-](?=\d)/g, '\u2060–\u2060').replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011');
}

export async function Amenities({ amenities, lang }: { amenities: string[]; lang: string | undefined }) {
  const t = await getTranslations('Property');
  if (amenities.length === 0) {
    return null;
  }
  return (
    <Card title={t('amenities')} icon="leaf">
      {/* Two columns only where both have room for their longest word, so that no word is broken. */}
      <ul lang={lang} className="flex flex-wrap gap-x-3 gap-y-2.5 leading-snug">
        {amenities.map((amenity) => (
          <li key={amenity} className="flex max-w-full basis-[calc(50%-0.75rem)] gap-2">
            <Icon name="check" className="mt-1 size-4 shrink-0 text-accent" />
            <span className="min-w-0 hyphens-auto">{keepTogether(amenity)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
