import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Select } from './select.tsx';

test('a select has an arrow of ours in place of the browser’s, which takes no taps', () => {
  const html = renderToStaticMarkup(
    <Select id="day" defaultValue="1">
      <option value="1">Today</option>
    </Select>,
  );
  expect(html).toMatch(/<select id="day" class="[^"]*appearance-none/);
  expect(html).toMatch(/<svg[^>]* class="pointer-events-none/);
});
