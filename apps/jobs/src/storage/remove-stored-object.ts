import { z } from 'zod';
import { JobError } from '../queue/job-error.ts';
import type { JobHandler } from '../queue/job-handler.ts';

const addressSchema = z.object({ bucket: z.string(), name: z.string() });

/** Removes an object that nobody needs any more. The database looks as well, since only it sees what a private bucket has. */
export const removeStoredObject: JobHandler = async (job, tools, signal) => {
  await tools.removeObject(addressSchema.parse(job.payload), signal);
  const isSettled = z
    .boolean()
    .parse(await tools.call('settle_storage_removal', { job_id: job.id, claim: job.claim }));
  if (!isSettled) {
    throw new JobError('object_is_still_stored');
  }
  return 'done';
};
