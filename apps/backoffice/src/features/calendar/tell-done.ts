import 'server-only';
import { z } from 'zod';

const doneSchema = z.object({ undoId: z.string().nullable(), warnings: z.array(z.unknown()) });

/** What a function of the calendar returned, for the messages after it. */
export function tellDone(done: string, returned: unknown) {
  const { undoId, warnings } = doneSchema.parse(returned);
  return {
    done,
    ...(undoId === null ? {} : { changeId: undoId }),
    ...(warnings.length === 0 ? {} : { shown: { warnings: JSON.stringify(warnings) } }),
  };
}
