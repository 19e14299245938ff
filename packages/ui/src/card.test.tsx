import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Card } from './card.tsx';

test('a card with a title is a region named by it', () => {
  const html = renderToStaticMarkup(
    <Card title="House rules" icon="book">
      Quiet, please.
    </Card>,
  );
  const id = /<section aria-labelledby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<h2 id="${id}"`);
});

test('a card without a title is no landmark', () => {
  expect(renderToStaticMarkup(<Card>Quiet, please.</Card>)).not.toContain('<section');
});
