import { TapButton } from '../form/tap-button';
import { retryMessageAction } from './retry-message-action';

type RetryMessageProps = {
  place: string;
  id: string;
  label: string;
  /** What a screen reader reads, where the label alone would not say which message. */
  name: string;
};

/** One tap sends a message that failed once more. */
export function RetryMessage({ place, id, label, name }: RetryMessageProps) {
  return (
    <TapButton action={retryMessageAction} hidden={{ place, id }} name={name}>
      {label}
    </TapButton>
  );
}
