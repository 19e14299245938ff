import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageHeader } from './page-header.tsx';

test('a page header has one h1 and shows its actions', () => {
  const html = renderToStaticMarkup(
    <PageHeader title="Rooms" description="7 rooms" actions={<a href="/new">New</a>} />,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a href="/new">New</a>');
});
