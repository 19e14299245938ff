import { PageHeader } from '@gudbro/ui/page-header';
import type { ReactNode } from 'react';
import type { Messages } from '@/i18n/messages';
import { ClientTexts } from '../place/client-texts';
import { BackLink } from './back-link';

type RecordViewProps = {
  title: string;
  back: { href: string; label: string };
  /** The namespaces that its form uses in the browser. */
  namespaces: readonly (keyof Messages)[];
  actions?: ReactNode;
  children: ReactNode;
};

/** The screen of one row of a list: the way back, its name and its form. */
export function RecordView({ title, back, namespaces, actions, children }: RecordViewProps) {
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink {...back} />
      <PageHeader title={title} actions={actions} />
      <ClientTexts namespaces={namespaces}>{children}</ClientTexts>
    </div>
  );
}
