import { Frame } from '@/shell/frame/frame';
import { NotFoundPanel } from '@/shell/problem/not-found-panel';

export default function NotFound() {
  return (
    <Frame>
      <NotFoundPanel />
    </Frame>
  );
}
