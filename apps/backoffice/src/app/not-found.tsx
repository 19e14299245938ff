import { NotFoundPanel } from '@/shell/error-panel/not-found-panel';
import { Frame } from '@/shell/frame/frame';

export default function NotFound() {
  return (
    <Frame>
      <NotFoundPanel />
    </Frame>
  );
}
