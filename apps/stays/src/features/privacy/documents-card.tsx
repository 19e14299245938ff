import { pickUnsealed } from '@gudbro/documents';
import type { DocumentField } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { useLocale, useTranslations } from 'next-intl';
import { DocumentRule } from './document-rule';
import { DocumentTimes } from './document-times';
import type { PrivacyPolicy } from './queries';
import { Term, TermList } from './term';

/** What the place collects of guests' documents by its settings, by which rule, and when it is deleted. */
export function DocumentsCard({ policy }: { policy: PrivacyPolicy }) {
  const t = useTranslations('Privacy');
  if (policy.mode === 'off') {
    return (
      <Card title={t('documents')}>
        <p className="text-pretty leading-relaxed">{t('documentsOff')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('documents')}>
      <TermList>
        <Term title={t('what')}>
          <CollectedFields policy={policy} />
          <p>{t(policy.mode === 'image' ? 'documentsPicture' : 'documentsNoPicture')}</p>
          {policy.mustBeSeen && <p>{t('documentsSeen')}</p>}
        </Term>
        <Term title={t('why')}>
          <p>{t('documentsWhy')}</p>
        </Term>
        <Term title={t('rule')}>
          <DocumentRule country={policy.country} />
        </Term>
        <Term title={t('howLong')}>
          <DocumentTimes policy={policy} />
        </Term>
        <Term title={t('protection')}>
          <p>{t('protectionText')}</p>
          <NotEncrypted fields={policy.fields} />
          <p>{t('documentsErase')}</p>
        </Term>
      </TermList>
    </Card>
  );
}

/** What stands beside the encrypted fields: what lists and warnings need, and the digest of the number. */
function NotEncrypted({ fields }: Pick<PrivacyPolicy, 'fields'>) {
  const t = useTranslations('Privacy');
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction', style: 'long' });
  const unsealed = pickUnsealed(Object.fromEntries(fields.map((field) => [field, field])));
  const plain = fields.filter((field) => field in unsealed).map((field) => t(`fields.${field}`));
  return (
    <>
      <p>{t('protectionOpen', { fields: list.format([t('kind'), ...plain]) })}</p>
      {fields.includes('documentNumber') && <p>{t('protectionNumber')}</p>}
    </>
  );
}

function CollectedFields({ policy: { fields, leadFields } }: { policy: PrivacyPolicy }) {
  const t = useTranslations('Privacy');
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction', style: 'long' });
  const name = (named: readonly DocumentField[]) => list.format(named.map((field) => t(`fields.${field}`)));
  const ofAll = fields.filter((field) => !leadFields.includes(field));
  const ofLead = fields.filter((field) => leadFields.includes(field));
  return (
    <>
      <p>{ofAll.length > 0 ? t('documentsWhat', { fields: name(ofAll) }) : t('documentsKind')}</p>
      {ofLead.length > 0 && <p>{t('documentsLead', { fields: name(ofLead) })}</p>}
    </>
  );
}
