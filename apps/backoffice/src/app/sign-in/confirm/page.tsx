import { EnterCodePage, type EnterCodePageProps } from '../enter-code-page';

export default function ConfirmPage(props: EnterCodePageProps) {
  return EnterCodePage({ ...props, kind: 'confirm' });
}
