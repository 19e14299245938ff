import { TapButton } from '@/shell/form/tap-button';
import { mailCodeAction } from './actions';

type MailCodeButtonProps = { place: string; id: string; label: string; name: string };

/** Mails the code and the link of a booking to its guest. */
export function MailCodeButton({ place, id, label, name }: MailCodeButtonProps) {
  return (
    <TapButton
      action={mailCodeAction}
      hidden={{ place, id }}
      name={name}
      className="flex grow flex-col gap-2"
    >
      {label}
    </TapButton>
  );
}
