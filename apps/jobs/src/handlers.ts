import { sendBookingCode, sendRequestAnswer } from './mails/send-guest-mails.ts';
import { sendInvitation } from './mails/send-invitation.ts';
import {
  sendNotificationMail,
  sendNotificationPush,
  tellIfLate,
} from './notifications/send-notifications.ts';
import type { JobHandler } from './queue/job-handler.ts';
import { removeStoredObject } from './storage/remove-stored-object.ts';

/** What this process can do, by kind. */
export const handlers: Readonly<Record<string, JobHandler>> = {
  request_answer_mail: sendRequestAnswer,
  booking_code_mail: sendBookingCode,
  invitation_mail: sendInvitation,
  notification_mail: sendNotificationMail,
  notification_push: sendNotificationPush,
  notification_late: tellIfLate,
  storage_removal: removeStoredObject,
};
