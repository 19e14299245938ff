import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Icon } from './icon.tsx';

test('an icon is hidden from screen readers and has the colour of its text', () => {
  const html = renderToStaticMarkup(<Icon name="wifi" />);
  expect(html).toContain('aria-hidden="true"');
  expect(html).toContain('stroke="currentColor"');
});
