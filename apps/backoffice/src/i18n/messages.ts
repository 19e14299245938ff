import accountEn from '../../messages/en/account.json' with { type: 'json' };
import areasEn from '../../messages/en/areas.json' with { type: 'json' };
import bookingsEn from '../../messages/en/bookings.json' with { type: 'json' };
import calendarEn from '../../messages/en/calendar.json' with { type: 'json' };
import catalogueEn from '../../messages/en/catalogue.json' with { type: 'json' };
import dealsEn from '../../messages/en/deals.json' with { type: 'json' };
import deskDocumentEn from '../../messages/en/desk-document.json' with { type: 'json' };
import documentsEn from '../../messages/en/documents.json' with { type: 'json' };
import failedMessagesEn from '../../messages/en/failed-messages.json' with { type: 'json' };
import frameEn from '../../messages/en/frame.json' with { type: 'json' };
import helpEn from '../../messages/en/help.json' with { type: 'json' };
import historyEn from '../../messages/en/history.json' with { type: 'json' };
import joinEn from '../../messages/en/join.json' with { type: 'json' };
import mailsEn from '../../messages/en/mails.json' with { type: 'json' };
import membersEn from '../../messages/en/members.json' with { type: 'json' };
import notificationsEn from '../../messages/en/notifications.json' with { type: 'json' };
import numbersEn from '../../messages/en/numbers.json' with { type: 'json' };
import ordersEn from '../../messages/en/orders.json' with { type: 'json' };
import paperEn from '../../messages/en/paper.json' with { type: 'json' };
import personDataEn from '../../messages/en/person-data.json' with { type: 'json' };
import picturesEn from '../../messages/en/pictures.json' with { type: 'json' };
import problemEn from '../../messages/en/problem.json' with { type: 'json' };
import reportsEn from '../../messages/en/reports.json' with { type: 'json' };
import roomTypesEn from '../../messages/en/room-types.json' with { type: 'json' };
import roomsEn from '../../messages/en/rooms.json' with { type: 'json' };
import sessionsEn from '../../messages/en/sessions.json' with { type: 'json' };
import settingsEn from '../../messages/en/settings.json' with { type: 'json' };
import setupEn from '../../messages/en/setup.json' with { type: 'json' };
import sheetsEn from '../../messages/en/sheets.json' with { type: 'json' };
import shellEn from '../../messages/en/shell.json' with { type: 'json' };
import signInEn from '../../messages/en/sign-in.json' with { type: 'json' };
import staysEn from '../../messages/en/stays.json' with { type: 'json' };
import textsEn from '../../messages/en/texts.json' with { type: 'json' };
import todayEn from '../../messages/en/today.json' with { type: 'json' };
import translationsEn from '../../messages/en/translations.json' with { type: 'json' };
import accountVi from '../../messages/vi/account.json' with { type: 'json' };
import areasVi from '../../messages/vi/areas.json' with { type: 'json' };
import bookingsVi from '../../messages/vi/bookings.json' with { type: 'json' };
import calendarVi from '../../messages/vi/calendar.json' with { type: 'json' };
import catalogueVi from '../../messages/vi/catalogue.json' with { type: 'json' };
import dealsVi from '../../messages/vi/deals.json' with { type: 'json' };
import deskDocumentVi from '../../messages/vi/desk-document.json' with { type: 'json' };
import documentsVi from '../../messages/vi/documents.json' with { type: 'json' };
import failedMessagesVi from '../../messages/vi/failed-messages.json' with { type: 'json' };
import frameVi from '../../messages/vi/frame.json' with { type: 'json' };
import helpVi from '../../messages/vi/help.json' with { type: 'json' };
import historyVi from '../../messages/vi/history.json' with { type: 'json' };
import joinVi from '../../messages/vi/join.json' with { type: 'json' };
import mailsVi from '../../messages/vi/mails.json' with { type: 'json' };
import membersVi from '../../messages/vi/members.json' with { type: 'json' };
import notificationsVi from '../../messages/vi/notifications.json' with { type: 'json' };
import numbersVi from '../../messages/vi/numbers.json' with { type: 'json' };
import ordersVi from '../../messages/vi/orders.json' with { type: 'json' };
import paperVi from '../../messages/vi/paper.json' with { type: 'json' };
import personDataVi from '../../messages/vi/person-data.json' with { type: 'json' };
import picturesVi from '../../messages/vi/pictures.json' with { type: 'json' };
import problemVi from '../../messages/vi/problem.json' with { type: 'json' };
import reportsVi from '../../messages/vi/reports.json' with { type: 'json' };
import roomTypesVi from '../../messages/vi/room-types.json' with { type: 'json' };
import roomsVi from '../../messages/vi/rooms.json' with { type: 'json' };
import sessionsVi from '../../messages/vi/sessions.json' with { type: 'json' };
import settingsVi from '../../messages/vi/settings.json' with { type: 'json' };
import setupVi from '../../messages/vi/setup.json' with { type: 'json' };
import sheetsVi from '../../messages/vi/sheets.json' with { type: 'json' };
import shellVi from '../../messages/vi/shell.json' with { type: 'json' };
import signInVi from '../../messages/vi/sign-in.json' with { type: 'json' };
import staysVi from '../../messages/vi/stays.json' with { type: 'json' };
import textsVi from '../../messages/vi/texts.json' with { type: 'json' };
import todayVi from '../../messages/vi/today.json' with { type: 'json' };
import translationsVi from '../../messages/vi/translations.json' with { type: 'json' };
import type { BackofficeLocale } from './locales.ts';

// A file for each screen or group of screens, in each language. A file holds one namespace or several.

const en = {
  ...accountEn,
  ...areasEn,
  ...bookingsEn,
  ...calendarEn,
  ...catalogueEn,
  ...dealsEn,
  ...deskDocumentEn,
  ...documentsEn,
  ...failedMessagesEn,
  ...frameEn,
  ...helpEn,
  ...historyEn,
  ...joinEn,
  ...mailsEn,
  ...membersEn,
  ...notificationsEn,
  ...numbersEn,
  ...ordersEn,
  ...paperEn,
  ...personDataEn,
  ...picturesEn,
  ...problemEn,
  ...reportsEn,
  ...roomTypesEn,
  ...roomsEn,
  ...sessionsEn,
  ...settingsEn,
  ...setupEn,
  ...sheetsEn,
  ...shellEn,
  ...signInEn,
  ...staysEn,
  ...textsEn,
  ...todayEn,
  ...translationsEn,
};

/** The type of all messages is that of the English ones, so a language that lacks one does not compile. */
export type Messages = typeof en;

const vi: Messages = {
  ...accountVi,
  ...areasVi,
  ...bookingsVi,
  ...calendarVi,
  ...catalogueVi,
  ...dealsVi,
  ...deskDocumentVi,
  ...documentsVi,
  ...failedMessagesVi,
  ...frameVi,
  ...helpVi,
  ...historyVi,
  ...joinVi,
  ...mailsVi,
  ...membersVi,
  ...notificationsVi,
  ...numbersVi,
  ...ordersVi,
  ...paperVi,
  ...personDataVi,
  ...picturesVi,
  ...problemVi,
  ...reportsVi,
  ...roomTypesVi,
  ...roomsVi,
  ...sessionsVi,
  ...settingsVi,
  ...setupVi,
  ...sheetsVi,
  ...shellVi,
  ...signInVi,
  ...staysVi,
  ...textsVi,
  ...todayVi,
  ...translationsVi,
};

export const messagesOf: Record<BackofficeLocale, Messages> = { en, vi };
