import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Notice } from './notice.tsx';

test('a notice that was there from the start does not interrupt a screen reader', () => {
  expect(renderToStaticMarkup(<Notice>No stay here now.</Notice>)).not.toContain('role=');
});

test('a notice in answer to an action is announced', () => {
  const html = renderToStaticMarkup(
    <Notice tone="danger" role="alert" title="Not saved">
      Try again.
    </Notice>,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain('Not saved');
});
