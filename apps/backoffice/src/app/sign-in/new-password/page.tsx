import { EnterCodePage, type EnterCodePageProps } from '../enter-code-page';

export default function NewPasswordPage(props: EnterCodePageProps) {
  return EnterCodePage({ ...props, kind: 'new-password' });
}
