'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useEffect, useRef, useState } from 'react';

type ConfirmedStepProps = Omit<ConfirmBoxProps, 'onNo'> & {
  /** The button that asks. */
  trigger: string;
};

/** A step that cannot be taken back: a button, and then the question. */
export function ConfirmedStep({ trigger, ...box }: ConfirmedStepProps) {
  const [isAsked, setIsAsked] = useState(false);
  return isAsked ? (
    <ConfirmBox {...box} onNo={() => setIsAsked(false)} />
  ) : (
    <Button variant="secondary" onClick={() => setIsAsked(true)}>
      {trigger}
    </Button>
  );
}

type ConfirmBoxProps = {
  texts: { ask: string; text: string; yes: string; no: string; running: string };
  isRunning: boolean;
  error: string | null;
  onYes: () => void;
  onNo: () => void;
};

/** Asks before a step that cannot be taken back, and says if it failed. */
function ConfirmBox({ texts, isRunning, error, onYes, onNo }: ConfirmBoxProps) {
  const noButton = useRef<HTMLButtonElement>(null);
  // The button that was tapped is gone.
  useEffect(() => noButton.current?.focus(), []);
  return (
    <fieldset className="min-w-0 rounded-2xl bg-sunken p-4">
      <legend className="sr-only">{texts.ask}</legend>
      <p className="wrap-anywhere mb-1 font-semibold">{texts.ask}</p>
      <p className="mb-3 text-pretty text-sm">{texts.text}</p>
      {error && (
        <div className="mb-3">
          <Notice role="alert" tone="danger">
            {error}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button aria-disabled={isRunning} onClick={onYes} className="grow">
          {isRunning ? texts.running : texts.yes}
        </Button>
        <Button ref={noButton} variant="secondary" onClick={onNo} className="grow">
          {texts.no}
        </Button>
      </div>
    </fieldset>
  );
}
