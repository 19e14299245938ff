import 'server-only';
import { z } from 'zod';

const doneSchema = z.object({
  undoId: z.string().nullable(),
  versions: z.record(z.string(), z.string()),
  warnings: z.array(z.unknown()),
});

/** What a function of the calendar returned, for the messages after it and for the next change of the same stays. */
export function tellDone(done: string, returned: unknown) {
  const { undoId, versions, warnings } = doneSchema.parse(returned);
  return {
    done,
    ...(undoId === null ? {} : { changeId: undoId }),
    shown: {
      versions: JSON.stringify(versions),
      ...(warnings.length === 0 ? {} : { warnings: JSON.stringify(warnings) }),
    },
  };
}
