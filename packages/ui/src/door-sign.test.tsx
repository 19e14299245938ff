import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DoorSign } from './door-sign.tsx';

test('a door sign is a whole page: it has one main element, one heading and a document title', () => {
  const html = renderToStaticMarkup(
    <DoorSign title="Nobody here" icon="key" overline="Quiet House">
      Come back later.
    </DoorSign>,
  );
  expect(html.match(/<main/g)).toHaveLength(1);
  expect(html).toMatch(/<h1[^>]*>Nobody here<\/h1>/);
  expect(html).toContain('<title>Nobody here</title>');
});
