'use client';

import { useTranslations } from 'next-intl';
import { SelectInput, TextArea } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { noteAction, replyAction, sortReportAction } from './actions';
import { priorities } from './report-rules';
import type { toSortValues } from './sort-values';

type ReportFormProps = { place: string; id: string };

type MessageFormProps = ReportFormProps & {
  /** For a browser without scripts. */
  requestKey: string;
};

/** Writes to the guest. */
export function ReplyForm({ place, id, requestKey }: MessageFormProps) {
  const t = useTranslations('Reports');
  return (
    <RecordForm
      action={replyAction}
      hidden={{ place, id, requestKey }}
      draftKey={`${place}/reports/${id}/reply`}
      submitLabel={t('reply')}
      isEmptiedOnceSent
    >
      <TextArea
        name="message"
        label={t('message')}
        hint={t('messageHint')}
        rows={3}
        maxLength={2000}
        required
      />
    </RecordForm>
  );
}

/** Writes what the team should know. */
export function NoteForm({ place, id, requestKey }: MessageFormProps) {
  const t = useTranslations('Reports');
  return (
    <RecordForm
      action={noteAction}
      hidden={{ place, id, requestKey }}
      draftKey={`${place}/reports/${id}/note`}
      submitLabel={t('addNote')}
      isEmptiedOnceSent
    >
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} required />
    </RecordForm>
  );
}

type SortFormProps = ReportFormProps & {
  values: ReturnType<typeof toSortValues>;
  assignees: readonly { id: string; name: string }[];
};

/** How urgent a report is, and who sees to it. */
export function SortForm({ place, id, values, assignees }: SortFormProps) {
  const t = useTranslations('Reports');
  return (
    <section aria-labelledby="sorting" className="rounded-2xl bg-surface p-5 shadow-lift">
      <h2 id="sorting" className="mb-4 font-semibold text-lg">
        {t('sorting')}
      </h2>
      <RecordForm
        action={sortReportAction}
        hidden={{ place, id, version: values.version }}
        draftKey={`${place}/reports/${id}/sort`}
        submitLabel={t('save')}
      >
        <SelectInput
          name="priority"
          label={t('priority')}
          hint={t('priorityHint')}
          options={priorities.map((value) => ({ value, label: t(`priority_${value}`) }))}
          defaultValue={values.priority}
        />
        <SelectInput
          name="assignee"
          label={t('assignee')}
          options={[
            { value: '', label: t('nobody') },
            ...assignees.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          defaultValue={values.assignee}
        />
      </RecordForm>
    </section>
  );
}
