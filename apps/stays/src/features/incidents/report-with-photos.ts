import 'server-only';
import { currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import type { Incident, IncidentInput } from '@gudbro/guest-api/incident';
import { storeIncidentPhoto } from '@/server/guest-files';
import type { StaySubject } from '@/server/stay/stay-subject';
import { forgetIncidentPhoto, type ReportOptions, renewIncidentPhoto, reportIncident } from './queries';
import { reEncodePhoto } from './re-encode-photo';

type Report = { incident: Incident; replayed: boolean };

/**
 * Creates a report, then stores its photos under the paths that the report returned. Photos are re-encoded first, so an
 * invalid one fails the request before the report is created. If a photo cannot be stored, its path is deleted and the
 * report stands. A replayed report stores the photos that the first try did not.
 */
export async function reportWithPhotos(
  subject: StaySubject,
  input: IncidentInput,
  files: readonly File[],
  options: Omit<ReportOptions, 'photoCount'>,
): Promise<Report> {
  const photos: Uint8Array[] = [];
  for (const file of files) {
    // One after the other: an invalid photo stops the rest from being decoded.
    photos.push(await reEncodePhoto(file, subject.propertyId));
  }
  const { incident, photoPaths, replayed } = await reportIncident(subject, input, {
    ...options,
    photoCount: photos.length,
  });
  const lost = await Promise.all(
    photos.map(async (bytes, index) => {
      const path = photoPaths[index];
      if (path === undefined) {
        return false; // a retry: the first try has given this photo up, and its report stands without
      }
      // A retry does not know what has become of the first try.
      const own = replayed ? await renewIncidentPhoto(subject, incident.id, path) : path;
      return own !== null && (await storeOrForget({ subject, incidentId: incident.id, bytes }, own));
    }),
  );
  const photoCount = incident.photoCount - lost.filter((isLost) => isLost).length;
  return { incident: { ...incident, photoCount }, replayed };
}

type Photo = { subject: StaySubject; incidentId: string; bytes: Uint8Array };

/** Tries twice, each time under another path. Returns whether the photo is lost: the response has the lower photoCount. */
async function storeOrForget({ subject, incidentId, bytes }: Photo, path: string): Promise<boolean> {
  if (await tryToStore(path, bytes)) {
    return false;
  }
  // The connection may have failed briefly. If only the response was lost, there is no second path.
  const second = await renewIncidentPhoto(subject, incidentId, path);
  if (second === null || (await tryToStore(second, bytes))) {
    return false;
  }
  return forgetIncidentPhoto(subject, incidentId, second);
}

/** A failure is no error of the report, which stands without the photo: it is logged here. */
async function tryToStore(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await storeIncidentPhoto(path, bytes);
    return true;
  } catch (thrown) {
    const { requestId } = currentRequest();
    terminalLog.fault({ requestId, route: 'storeIncidentPhoto', ...formatFault(thrown) });
    return false;
  }
}
