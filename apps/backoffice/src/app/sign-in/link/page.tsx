import { EnterCodePage, type EnterCodePageProps } from '../enter-code-page';

export default function LinkPage(props: EnterCodePageProps) {
  return EnterCodePage({ ...props, kind: 'link' });
}
