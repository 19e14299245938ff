import type { Guide } from './guide.ts';
import { documentChapterEn } from './guide-documents-en.ts';
import { guestChaptersEn } from './guide-guests-en.ts';

export const guideEn: Guide = {
  title: 'Guide for owners',
  intro: 'From your first room to a guest who is online, with pictures of the main screens.',
  chapters: {
    start: {
      title: 'Begin',
      about: 'Make an account and your first place. It takes about ten minutes.',
      parts: [
        {
          title: 'Make an account',
          text: 'You need an email address that you can read right now.',
          steps: [
            'On the page {SignIn.heading}, press {SignIn.signUp} and type your name and email.',
            'Press {SignUp.submit}. An email with a code of eight digits arrives within a minute. Look into the spam folder too.',
            'Type the code, choose a password, and press {EnterCode.confirmSubmit}.',
          ],
          picture: {
            name: 'sign-up',
            alt: 'The page to sign in, with the link to make an account below the form.',
          },
        },
        {
          title: 'Six short steps',
          text: 'The app asks for the name, the country, the WiFi, the rooms and a few first lines, and prints at the end. Each step is saved when you leave it. {Setup.later} lets you stop and come back.',
        },
        {
          title: 'What is left',
          text: 'The screen {Screens.today} lists what guests look for first. A tick means that it is there. Press a line without a tick to add it.',
          picture: { name: 'today', alt: 'The list of what guests look for first, all of it ticked.' },
        },
      ],
    },
    rooms: {
      title: 'Rooms, types and prices',
      about: 'Add rooms by their numbers, and say what a night costs.',
      parts: [
        {
          title: 'Add rooms',
          steps: [
            'Open {Screens.rooms} and press {Rooms.add}.',
            'Type the numbers as you would write them on a list: 101-112, 201-212. For a dorm add a colon and its beds: D1: 1-8.',
            'Look through the list that appears, and press {AddRooms.submit}.',
          ],
          picture: { name: 'rooms', alt: 'The list of rooms with their numbers, types and floors.' },
        },
        {
          title: 'A room that you do not use now',
          text: 'Open the room and take the tick from {Room.active}. It is not offered, and its code opens nothing. Its history stays. {Room.remove} is for a room that was made by mistake.',
        },
        {
          title: 'Types and prices',
          text: 'Rooms of one kind have one type: its text, its pictures and its price. Guests choose among types on your own page.',
          steps: [
            'Open {Screens.types} and press {RoomTypes.add}, or open a type.',
            'Type {RoomTypes.price}. Without a price, guests read that they can ask.',
            'If weekends cost more, type {RoomTypes.weekendPrice} and tick its nights.',
            'For a high season press {RoomTypes.addSeason} and type its first and last night.',
            'Try it out under {RoomTypes.trialTitle}: the app shows the total and what it is made of.',
          ],
          picture: { name: 'room-type', alt: 'The prices of a room type in its form.' },
        },
      ],
    },
    signs: {
      title: 'Print and hang the signs',
      about: 'One sign for each room. It stays the same from guest to guest.',
      parts: [
        {
          title: 'Print',
          steps: [
            'Open {Screens.sheets} and tick the rooms.',
            'Choose the paper: sticker sheets by their number, or plain paper with cards to cut out.',
            'Press {Sheets.download}, and print the file at 100 %, never “fit to page”.',
            'Not sure about the printer? Tick {Sheets.checkPage} and measure its line with a ruler.',
          ],
          picture: {
            name: 'sheets',
            alt: 'The screen for signs: rooms, papers, and a picture of the first page.',
          },
        },
        {
          title: 'Hang them, and check them once',
          text: 'Hang each sign where a guest sees it from the bed. Then walk through the house with your phone. Do it again every few months: somebody may have stuck another code over yours.',
          steps: [
            'On your phone open {Screens.sheets}, press {Sheets.walk}, then {Walk.start}.',
            'Press {Walk.camera} and hold the phone over each sign.',
            'A good sign gets a tick. A sign that is dead, or whose code leads elsewhere, is shown in red: take it down.',
          ],
          picture: {
            name: 'walk',
            alt: 'The walk on a phone, with the button for the camera and the rooms not seen yet.',
          },
        },
        {
          title: 'Torn, lost, or known to a stranger',
          text: '{Sheets.register} lists every sign that was printed. Mark a torn one there, and press {Register.reprintTorn}. If a code must stop working, open the room and press {RoomSigns.replace}: the paper with the old code is dead from then on, so print a new one at once.',
          picture: { name: 'room', alt: 'A room with its QR code, its link and its details.' },
        },
      ],
    },
    wifi: {
      title: 'WiFi',
      about: 'What guests scan the code for.',
      parts: [
        {
          title: 'Your network',
          steps: [
            'Open {Screens.settings}, then {Settings.title_wifi}.',
            'Type {Settings.network} exactly as phones list it, and {Settings.password}.',
            'Press {Settings.save}. Guests see it at the next scan; you print nothing anew.',
          ],
          picture: { name: 'wifi', alt: 'What guests see of the WiFi, and the fields for it below.' },
        },
        {
          title: 'Several networks',
          text: 'Floors or houses with networks of their own go under {Settings.zones}. A room with its own network has the field {Room.wifiNetwork} on its screen.',
        },
        {
          title: 'What the guest sees',
          text: 'The network, the password and a button that copies it are on top of the page. Rules, contacts and services follow.',
          picture: { name: 'guest', alt: 'The guest’s page on a phone, with the WiFi on top.' },
        },
      ],
    },
    access: {
      title: 'What guests see and prove',
      about: 'Reading needs no proof. Ordering and reporting can.',
      parts: [
        {
          title: 'Choose the proof',
          text: 'A guest who scans reads at once, unless you tick {Settings.access_browse}. To order, or to report that something is broken, they prove in one small step that they stay in this room. You choose the step.',
          steps: [
            'Open {Screens.settings}, then {Settings.title_access}.',
            'Choose under {Settings.access_method}: {Settings.method_last_name} is easy, {Settings.method_pin} is stricter.',
            'Read under {AccessPreview.title} what your choice means, before you save it.',
          ],
          picture: { name: 'access', alt: 'The choices about access, with what a guest meets beside them.' },
        },
        {
          title: 'Are last names safe enough?',
          text: 'The same screen counts how many of your rooms the most common last names would open. If it proposes the PIN, take it.',
        },
      ],
    },
    offer: {
      title: 'What guests read and order',
      about: 'Catalogue, offers, numbers, areas, texts and pictures.',
      parts: [
        {
          title: 'The catalogue',
          steps: [
            'Open {Screens.catalogue} and press {Catalogue.addItem}.',
            'Type its name and its price. 0 is shown as free. Hours, a picture and the most in one order are up to you.',
            'Something has run out? Press {SoldOut.makeSoldOut} on its line: guests see at once that they cannot order it.',
          ],
          picture: { name: 'catalogue', alt: 'The catalogue with its categories, items and prices.' },
        },
        {
          title: 'Work through orders',
          text: 'What a guest orders stands on {Screens.orders} within seconds, and each of your steps on their phone. What waits for you has a number in the list of screens and in the title of the window.',
          steps: [
            'Switch the sound on with {Orders.soundOff}. A browser plays nothing before you have pressed something on its page.',
            'Press {Orders.do_confirmed}, later {Orders.do_preparing} and {Orders.do_delivered}. {Orders.reject} asks for a reason, which the guest reads. {Orders.undoStep} takes the last step back for ten minutes.',
            'On a tablet in the kitchen open {Orders.kitchen}: it is large, it shows one category if you like, and it keeps the screen on.',
            'A guest may cancel until you confirm. Such an order stays on the board until you press {Orders.do_acknowledged}.',
          ],
        },
        {
          title: 'See to reports',
          text: 'What a guest reports as broken stands on {Screens.reports} within seconds, what is due soonest first. How soon a report is due follows from how urgent the guest said it is.',
          steps: [
            'Open a report and press {Reports.do_in_progress}, later {Reports.do_resolved}. The guest sees each step.',
            'What you send with {Reports.reply} the guest reads without your name. {Reports.notes} are for the team alone.',
            'Change {Reports.priority} where the guest was wrong, and say in {Reports.assignee} whose task it is.',
            'The other reports of the same room stand beside it: a fault that comes back needs another repair.',
          ],
        },
        {
          title: 'Be told while you are elsewhere',
          text: 'The bell at the top counts what happened and nobody has seen to. A tap on a row opens the thing. What somebody does about it settles it for everybody.',
          steps: [
            'Open {Notifications.settings} there and choose for each kind whether you are told in the app, by mail or by push. Colleagues have settings of their own.',
            'Press {Notifications.turnPushOn} on each phone and computer that should show messages. On an iPhone, first add the app to the home screen; the page says how.',
            'Under {Notifications.quiet} say when nothing is sent to you. Urgent reports may pass them.',
          ],
        },
        {
          title: 'Texts, rules and pictures',
          text: '{Screens.texts} has the description, the house rules and the pictures of the place. Pictures straight from a phone are fine: the app makes them small, and removes where they were taken.',
          picture: { name: 'texts', alt: 'The form with the description, the address and the house rules.' },
        },
        {
          title: 'Offers, numbers and areas',
          text: '{Screens.deals} are for partners near you. {Screens.numbers} has taxis, doctors and the police. {Screens.areas} are the parts of the house that a guest can name when something is broken there.',
        },
        {
          title: 'Other languages',
          text: 'The guests’ app speaks eight languages by itself. What you write is in your language: under {Translations.title} on each form you see what is not translated yet. A guest reads your own text where there is no translation. {Preview.link} shows the page as they see it.',
        },
      ],
    },
    ...guestChaptersEn,
    documents: documentChapterEn,
    people: {
      title: 'People who work with you',
      about: 'Invite them, give each a role, and see who changed what.',
      parts: [
        {
          title: 'Invite somebody',
          steps: [
            'Open {Screens.members} and press {Members.invite}.',
            'Choose a role. {Roles.role_staff} works with guests, {Roles.role_manager} may change the place too, {Roles.role_housekeeper} sees the list of rooms, colleagues and this guide, and nothing of guests or money.',
            'Type the person’s email address if you want the app to mail the link, and press {Invite.make}. You can also send the link as you like. It works once, and only for who opens it and signs in.',
          ],
          picture: { name: 'members', alt: 'The members of a place with their roles.' },
        },
        {
          title: 'Who did what, and how to undo it',
          text: 'After most changes a message offers {Shell.undo}. Later, a manager opens {Screens.history}, finds the change, and presses {Undo.undo}. If somebody else saved the same thing while you had it open, you see both versions and choose.',
          picture: { name: 'history', alt: 'The history with its filters, and a change below them.' },
        },
      ],
    },
    trouble: {
      title: 'When something is wrong',
      about: 'The usual cases, and how to close the place.',
      parts: [
        {
          title: 'A guest says that the code does not work',
          steps: [
            'Press {Shell.find} and type the room, or the code under the QR.',
            'Nothing is found for the code on the sign? Then it was replaced: take the sign down and print a new one.',
            'If the room is switched off, its screen says so: tick {Room.active} and save.',
            'If the room looks right, scan the sign yourself with the phone’s camera.',
          ],
        },
        {
          title: 'A guest sees no WiFi',
          text: 'Open {Settings.title_access} under {Screens.settings}. Without a tick at {Settings.access_wifi}, a room shows its WiFi only while a stay is on in it. A stay is a booking, a walk-in or an access code: make one under {Screens.bookings} or {Screens.sessions}, or set the tick. A network that is missing or misspelt is corrected under {Settings.title_wifi}.',
        },
        {
          title: 'A mail did not arrive',
          text: 'The booking says under {Mails.heading} whether it was sent, still waits or failed, and why. Correct the address with {Booking.changeGuest}, then press {Mails.sendAgain}. Whatever failed in the place, invitations too, stands under {Screens.settings}, {Settings.title_failed}.',
        },
        {
          title: 'The line is down',
          text: 'The app says since when it is offline. What you typed stays in this browser until it is saved. Guests go on reading what their phones loaded before.',
        },
        {
          title: 'Close the place',
          text: 'Only the {Roles.role_owner} can do it: {Screens.settings}, then {Settings.title_closing}. All codes stop working, and nothing is lost. You can open the place again at any time.',
          picture: { name: 'closing', alt: 'The screen to close the place, with what closing means.' },
        },
      ],
    },
  },
};
