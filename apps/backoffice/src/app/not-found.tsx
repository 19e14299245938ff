import { Frame } from '@/features/frame/frame';
import { NotFoundPanel } from '@/features/problem/not-found-panel';

export default function NotFound() {
  return (
    <Frame>
      <NotFoundPanel />
    </Frame>
  );
}
