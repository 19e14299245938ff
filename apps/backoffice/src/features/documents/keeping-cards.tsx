import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { OpenedDocument } from './document-schemas';
import type { DocumentWords } from './document-words';

type CardProps = { document: OpenedDocument; words: DocumentWords };

/** When the picture and the details go, each with the rule that says so. */
export async function ClocksCard({ document, words }: CardProps) {
  const t = await getTranslations('Documents');
  const { imageUntil, imageRule, fieldsUntil, fieldsRule, holdReason } = document;
  const say = (key: 'imageGoes' | 'fieldsGo', until: string, rule: typeof fieldsRule) =>
    t(key, { date: words.formatMoment(until), why: words.sayWhy(rule, until, document) });
  return (
    <Card title={t('clocks')} icon="clock">
      <div className="space-y-3 text-pretty leading-relaxed">
        {holdReason !== null ? (
          // Its clocks say nothing while it is held.
          <Notice icon="lock">{t('isHeld', { reason: holdReason })}</Notice>
        ) : (
          <>
            {imageUntil !== null && imageRule !== null && <p>{say('imageGoes', imageUntil, imageRule)}</p>}
            <p>{say('fieldsGo', fieldsUntil, fieldsRule)}</p>
          </>
        )}
      </div>
    </Card>
  );
}

/** Who looked at the document. Its guest reads the same. */
export async function ViewsCard({ document: { views }, words }: CardProps) {
  const t = await getTranslations('Documents');
  return (
    <Card title={t('views')} icon="people">
      <p className="text-ink-soft">{t('viewsHint')}</p>
      <ul className="mt-2 divide-y divide-line">
        {views.map(({ by, at }) => (
          <li key={`${by} ${at}`} className="wrap-anywhere py-2">
            {t('viewLine', { who: by === '' ? t('unnamed') : by, when: words.formatMoment(at) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Other documents of the place with the same number. */
export async function SameNumberCard({
  document: { sameNumber },
  words,
  base,
}: CardProps & { base: string }) {
  const t = await getTranslations('Documents');
  if (sameNumber.length === 0) {
    return null;
  }
  return (
    <Card title={t('sameNumber')} icon="copy">
      <p className="text-pretty leading-relaxed">{t('sameNumberHint')}</p>
      <ul className="mt-2 divide-y divide-line">
        {sameNumber.map((other) => (
          <li key={other.id}>
            <Link
              href={`${base}/${other.id}`}
              prefetch={false}
              className="wrap-anywhere flex min-h-12 items-center font-semibold underline"
            >
              {words.nameOf(other)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
