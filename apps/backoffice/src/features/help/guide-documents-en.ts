import type { Guide } from './guide.ts';

/** The chapter about passports, visas and IDs. */
export const documentChapterEn: Guide['chapters']['documents'] = {
  title: 'Passports, visas and IDs',
  about: 'Ask for them on the guest’s phone, check them, and let them go in time.',
  parts: [
    {
      title: 'Choose what you ask for',
      text: 'Many countries say what a place must write down of its guests, and forbid copies. The app knows the rules of 23 countries, with their sources. They are research, not legal advice.',
      steps: [
        'Open {Screens.settings}, then {Settings.title_documents}.',
        'Choose under {Settings.access_documents}: {Settings.documents_fields_only} is enough in most countries. {Settings.documents_image} asks for a photograph too.',
        'Take the tick from each detail that you do not need, and set {Settings.retention}. Less is safer for you and for your guests.',
        'Read {Settings.documentsTold} before you save it: a guest reads the same and agrees to it, before they hand anything in.',
      ],
      picture: {
        name: 'documents',
        alt: 'What is asked of guests’ documents, the details that are kept, and what guests are told.',
      },
    },
    {
      title: 'Check a document',
      text: 'What a guest hands in stands on {Screens.documents} and on {Screens.today}. Only members with the tick {Roles.documents} see it. Each look is noted, and the guest reads who looked and when.',
      steps: [
        'Open the document and compare each detail with the picture. A key or a tap marks it: {Documents.agreeAll} marks what is left. A detail that differs leads to a rejection that names it.',
        'Press {Documents.seen} once you have the document itself in your hand. In some countries the law wants that.',
        'Press {Documents.verify}, or {Documents.reject} with a reason that helps: the guest reads it and can hand in another one. {Shell.undo} takes either back for ten minutes.',
      ],
    },
    {
      title: 'A guest who shows it at the desk',
      text: 'Open the booking and press {DeskDocument.add}. A reader for passports and cards fills the details in. So do the lines at the foot of the document, typed into {DeskDocument.reader}. It counts as checked and seen.',
    },
    {
      title: 'Until when it is kept',
      text: 'Nothing has to be deleted by hand. The picture goes soon after it was checked, the details when the time of the law or your own days are over. Each document says when under {Documents.clocks}. {Documents.erase} does it at once, where no law wants it kept. The {Roles.role_owner} can {Documents.hold} one, for example while the police ask for it.',
    },
    {
      title: 'A visa that ends',
      text: 'You are told 14, 7 and 3 days before, and when a visa ends before its guest leaves. {Screens.today} lists them under {Documents.visas}.',
    },
    {
      title: 'A guest asks what you have, or wants it erased',
      text: 'Open the booking and press {PersonData.open}. {PersonData.download} has all of it. Before {PersonData.erase} you see what goes now and what is kept, until when and why. {Roles.role_manager} and {Roles.role_owner} with the tick {Roles.documents} can do this.',
    },
  ],
};
