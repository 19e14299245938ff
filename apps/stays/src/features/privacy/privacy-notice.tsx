import { Card } from '@gudbro/ui/card';
import { useTranslations } from 'next-intl';
import { DocumentsCard } from './documents-card';
import type { PrivacyNoticeData } from './queries';
import { ResponsibleCard } from './responsible-card';
import { Term, TermList } from './term';

/** Who is responsible, what is collected, who sees it, and what a guest may ask for. */
export function PrivacyNotice({ notice: { place, policy } }: { notice: PrivacyNoticeData }) {
  const t = useTranslations('Privacy');
  const hasContacts = [place.address, place.phone, place.whatsapp, place.email].some(Boolean);
  return (
    <>
      <ResponsibleCard place={place} />
      <Card title={t('stay')}>
        <TermList>
          <Term title={t('what')}>
            <p>{t('stayWhat')}</p>
          </Term>
          <Term title={t('why')}>
            <p>{t('stayWhy')}</p>
          </Term>
          <Term title={t('howLong')}>
            <p>{t('stayHowLong')}</p>
          </Term>
        </TermList>
      </Card>
      <Card title={t('use')}>
        <TermList>
          <Term title={t('what')}>
            <p>{t('useWhat')}</p>
            <p>{t('useAttempts')}</p>
            <p>{t('useDevice')}</p>
          </Term>
          <Term title={t('why')}>
            <p>{t('useWhy')}</p>
          </Term>
          <Term title={t('howLong')}>
            <p>{t('useHowLong')}</p>
          </Term>
        </TermList>
      </Card>
      <DocumentsCard policy={policy} />
      <Card title={t('recipients')}>
        <ul className="list-disc space-y-2 pl-5 text-pretty leading-relaxed marker:text-ink-soft">
          <li>{t('recipientsTeam', { place: place.name })}</li>
          <li>{t('recipientsProcessors')}</li>
          <li>{t('recipientsAuthorities')}</li>
        </ul>
      </Card>
      <Card title={t('rights')}>
        <div className="space-y-2 text-pretty leading-relaxed">
          <p>{t('rightsText')}</p>
          <p>{t(hasContacts ? 'rightsAsk' : 'rightsAskDesk')}</p>
          <p>{t('rightsComplain')}</p>
        </div>
      </Card>
    </>
  );
}
