import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Icon } from './icon.tsx';

test('an icon is silent and takes the colour of its words', () => {
  const html = renderToStaticMarkup(<Icon name="wifi" />);
  expect(html).toContain('aria-hidden="true"');
  expect(html).toContain('stroke="currentColor"');
});
