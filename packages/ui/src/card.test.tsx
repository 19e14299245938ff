import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Card } from './card.tsx';

test('a card with a title is a region with that name', () => {
  const html = renderToStaticMarkup(
    <Card title="House rules" icon="book">
      Quiet, please.
    </Card>,
  );
  const id = /<section aria-labelledby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<h2 id="${id}"`);
});

test('a card without a title is not a landmark', () => {
  expect(renderToStaticMarkup(<Card>Quiet, please.</Card>)).not.toContain('<section');
});
