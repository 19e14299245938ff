import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';

export async function HouseRules({ rules, lang }: { rules: string[]; lang: string | undefined }) {
  const t = await getTranslations('Property');
  if (rules.length === 0) {
    return null;
  }
  return (
    <Card title={t('houseRules')} icon="book">
      <ul lang={lang} className="divide-y divide-line text-pretty leading-relaxed">
        {rules.map((rule) => (
          <li key={rule} className="wrap-anywhere py-2.5 first:pt-0 last:pb-0">
            {rule}
          </li>
        ))}
      </ul>
    </Card>
  );
}
