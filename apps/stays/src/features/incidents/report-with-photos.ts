import 'server-only';
import { currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { storeIncidentPhoto } from '@/server/guest-photos';
import type { StaySubject } from '../stay/stay-subject';
import type { Incident, IncidentInput } from './incident';
import { admitIncidentPhotos, forgetIncidentPhoto, type ReportOptions, reportIncident } from './queries';
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
  if (files.length > 0) {
    await admitIncidentPhotos(subject);
  }
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
    photoPaths.map((path, index) => storeOrDropPhoto(subject, incident.id, path, photos[index])),
  );
  const photoCount = incident.photoCount - lost.filter((isLost) => isLost).length;
  return { incident: { ...incident, photoCount }, replayed };
}

/** Returns whether the photo is lost. That is no error: the response has the lower photoCount. */
async function storeOrDropPhoto(
  subject: StaySubject,
  incidentId: string,
  path: string,
  photo: Uint8Array | undefined,
): Promise<boolean> {
  if (photo === undefined) {
    return false;
  }
  try {
    // Retry once: the connection may have failed briefly, or the same report is being sent twice at the same moment.
    await storeIncidentPhoto(path, photo).catch(() => storeIncidentPhoto(path, photo));
    return false;
  } catch (thrown) {
    const { requestId } = currentRequest();
    terminalLog.fault({ requestId, route: 'storeIncidentPhoto', ...formatFault(thrown) });
    return forgetIncidentPhoto(subject, incidentId, path);
  }
}
