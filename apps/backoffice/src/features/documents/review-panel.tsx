'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { FormProblem, isChangedMeanwhile } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { useScreenKeys } from '@/shell/keys/letter-keys';
import { LinkButton } from '@/shell/list/link-button';
import { useHasLine } from '@/shell/place/use-has-line';
import { reviewDocumentAction, seeDocumentAction } from './actions';
import { useConfirmedFields } from './confirmed-fields';
import { DecidedNotice } from './decided-notice';
import { KeyForm } from './key-form';
import { KeyHint } from './key-hint';
import type { Reasons } from './reasons-for-guests';
import { type DocumentToReview, RejectDialog } from './reject-dialog';
import { VerifyForm } from './verify-form';

type ReviewPanelProps = {
  place: string;
  document: DocumentToReview;
  isWaiting: boolean;
  isSeen: boolean;
  reasons: Reasons;
  /** The screens of the documents that wait before and after it. */
  previous: string | null;
  next: string | null;
};

/** What the desk does with a document: verify, reject, note that it was seen in person, go on. Each by a button and by a key. */
export function ReviewPanel({
  place,
  document,
  isWaiting,
  isSeen,
  reasons,
  previous,
  next,
}: ReviewPanelProps) {
  const t = useTranslations('Documents');
  const router = useRouter();
  const hasLine = useHasLine();
  const verify = useRef<HTMLFormElement>(null);
  const see = useRef<HTMLFormElement>(null);
  const { reject } = useConfirmedFields();
  const review = useOneTap(reviewDocumentAction);
  const seeing = useOneTap(seeDocumentAction);
  const go = (href: string | null) => {
    if (href !== null && hasLine()) {
      router.push(href);
    }
  };
  useScreenKeys({
    v: () => verify.current?.requestSubmit(),
    r: () => reject.current?.open(),
    s: () => see.current?.requestSubmit(),
    j: () => go(next),
    k: () => go(previous),
  });
  return (
    <div className="space-y-4">
      <DecidedNotice state={review.state} />
      {!isChangedMeanwhile(review.state) && <FormProblem state={review.state} />}
      <FormProblem state={seeing.state} />
      <div className="flex flex-wrap gap-3">
        {isWaiting && <VerifyForm ref={verify} tap={review} values={{ place, ...document }} />}
        <RejectDialog
          ref={reject}
          place={place}
          document={document}
          reasons={reasons}
          isOffered={isWaiting}
        />
        {!isSeen && (
          <KeyForm ref={see} tap={seeing} values={{ place, id: document.id }} letter="S" variant="secondary">
            {t('seen')}
          </KeyForm>
        )}
      </div>
      <Neighbours previous={previous} next={next} />
    </div>
  );
}

/** The ways to the documents that wait beside this one. */
function Neighbours({ previous, next }: Pick<ReviewPanelProps, 'previous' | 'next'>) {
  const t = useTranslations('Documents');
  return (
    <div className="-mx-5 flex flex-wrap justify-between gap-2 px-2 empty:hidden">
      {previous !== null && (
        <LinkButton href={previous} variant="quiet" aria-keyshortcuts="k">
          {t('back')} <KeyHint>K</KeyHint>
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton href={next} variant="quiet" aria-keyshortcuts="j">
          {t('skip')} <KeyHint>J</KeyHint>
        </LinkButton>
      )}
    </div>
  );
}
