import 'server-only';
import { currentRequest, formatFault, terminalLog } from '@gudbro/api-kit';
import { storeIncidentPhoto } from '@/server/guest-photos';
import type { StaySubject } from '../stay/stay-subject';
import type { Incident, IncidentInput } from './incident';
import { admitIncidentPhotos, forgetIncidentPhoto, type ReportOptions, reportIncident } from './queries';
import { reEncodePhoto } from './re-encode-photo';

type Report = { incident: Incident; replayed: boolean };

/**
 * Reports, then stores the photos under the paths the report gave out. Photos are checked first, for those who may
 * report at all, so a bad one stops the report before it is made; one that cannot be stored leaves no path behind, and
 * the report stands. A report that is sent again stores what the first try may have left out.
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
    // The first bad one ends it.
    photos.push(await reEncodePhoto(file));
  }
  const { incident, photoPaths, replayed } = await reportIncident(subject, input, {
    ...options,
    photoCount: photos.length,
  });
  const lost = await Promise.all(
    photoPaths.map((path, index) => storeOrForget(subject, incident.id, path, photos[index])),
  );
  const photoCount = incident.photoCount - lost.filter((isLost) => isLost).length;
  return { incident: { ...incident, photoCount }, replayed };
}

/** Whether the photo is lost. The answer's photoCount tells the guest: the report matters more than its picture. */
async function storeOrForget(
  subject: StaySubject,
  incidentId: string,
  path: string,
  photo: Uint8Array | undefined,
): Promise<boolean> {
  if (photo === undefined) {
    return false;
  }
  try {
    // Again at once: the line may have hiccuped, or the same report is sent twice at this moment and one stands in the way.
    await storeIncidentPhoto(path, photo).catch(() => storeIncidentPhoto(path, photo));
    return false;
  } catch (thrown) {
    const { requestId } = currentRequest();
    terminalLog.fault({ requestId, route: 'storeIncidentPhoto', ...formatFault(thrown) });
    await forgetIncidentPhoto(subject, incidentId, path);
    return true;
  }
}
