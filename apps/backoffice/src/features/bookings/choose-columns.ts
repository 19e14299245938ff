'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { defineAction } from '@/server/define-action';
import { columns, columnsCookie } from './columns';

const runChooseColumns = defineAction(
  {
    action: 'bookings/choose-columns',
    // The browser sends one value for each box that is ticked.
    input: z.strictObject({
      column: z.preprocess((sent) => [sent ?? []].flat(), z.array(z.enum(columns)).max(columns.length)),
    }),
  },
  async ({ input: { column } }) => {
    const store = await cookies();
    store.set(columnsCookie, column.join(' '), {
      path: '/p',
      maxAge: 365 * 24 * 3600,
      sameSite: 'lax',
      httpOnly: true,
    });
    return {};
  },
);

/** After it Next renders the list again, with the chosen columns. */
export async function chooseColumnsAction(form: FormData): Promise<void> {
  await runChooseColumns(null, form);
}
