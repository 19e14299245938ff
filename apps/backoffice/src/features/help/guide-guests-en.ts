import type { Guide } from './guide.ts';

/** The chapters about guests and the rooms they are given. */
export const guestChaptersEn: Pick<Guide['chapters'], 'guests' | 'codes' | 'ready'> = {
  guests: {
    title: 'Guests arrive and leave',
    about: 'Book a stay, give the guest the code, check in and out.',
    parts: [
      {
        title: 'A guest stands at the desk',
        steps: [
          'Open {Screens.bookings} and press {Bookings.walkIn}.',
          'Choose a room, type the last name and the nights, and press {BookingForm.checkInNow}.',
          'Turn the screen around: the guest scans the QR code, types the last name, and has WiFi, orders and everything else.',
        ],
      },
      {
        title: 'A booking for later',
        steps: [
          'Press {Bookings.new}, choose the days, and press {BookingForm.showRooms}. Only rooms that are free in all of these nights are offered.',
          'Choose a room, type who comes, and press {BookingForm.book}.',
          'Press {Mails.mailCode}, if the booking has the guest’s email address. Or press {CodePlate.copyLink} and send the link as you like. It opens with the last name.',
        ],
      },
      {
        title: 'Every day',
        text: 'The screen {Screens.today} shows who arrives and who leaves, and beside that the new orders, the open reports and the rooms to clean. Press {CheckIn.checkIn} or {GuestsOfToday.checkOut}: the guest’s page changes at once. If it was the wrong guest, press {Shell.undo} in the message, or within ten minutes in the booking.',
      },
      {
        title: 'Rooms by days',
        text: 'The screen {Screens.calendar} shows each room with its days. Press free days to book them, or to close the room.',
        steps: [
          'To move a stay, drag it, or press the key M on it and then the arrows and Enter, or press it and use {Calendar.moveHeading}. Its ends can be dragged too.',
          'If somebody has the room, choose where they go: they swap, wait on the shelf, or get another room. You see all that will happen before you press the button.',
          'A guest who is in house takes along the code, open orders and reports.',
          'On a phone the screen is a list of one day, and each line opens the same forms.',
        ],
      },
      {
        title: 'Somebody asks on your page',
        text: 'A request holds its room for 48 hours. Open it and press {Booking.confirm} or {Booking.refuse}. The app mails your answer one minute later, in the guest’s language: if you press {Shell.undo} before, nothing is sent, and if you undo it later, a second mail corrects the first. {Mails.heading} in the booking says what was sent. Without an email address you tell the guest yourself: the booking says so.',
      },
    ],
  },
  codes: {
    title: 'Guests without a booking',
    about: 'An access code opens one room for a guest whose booking is in another system.',
    parts: [
      {
        title: 'Make a code',
        text: 'With the code a guest has the WiFi, orders and reports of the room. It is enough alone: the guest types no name.',
        steps: [
          'Open {Screens.sessions} and press {Sessions.new}.',
          'Type the number on the door and until when the code is valid. {Sessions.name} is for you alone.',
          'Press {Sessions.make}. The guest scans the QR code on your screen, or press {Sessions.card} to print it.',
        ],
      },
      {
        title: 'The number has no room yet',
        text: 'Look at the number again first. If it is right, {Roles.role_manager} and {Roles.role_owner} may tick {Sessions.addRoom}. {Roles.role_staff} ask one of them.',
      },
      {
        title: 'The guest stays longer, or leaves',
        text: 'Open the code. {Sessions.change} gives it another end, and {Sessions.prolong} opens one that has ended. {Sessions.end} signs out every device that the code opened. A code ends by itself at its time, and you may throw its card away.',
      },
    ],
  },
  ready: {
    title: 'Is the room ready?',
    about: 'Clean, to clean, out of order, and what that means at check-in.',
    parts: [
      {
        title: 'Clean the rooms',
        text: 'A room has to be cleaned once its guest is checked out. In a dorm it is the guest’s bed.',
        steps: [
          'Open {Screens.today}. Under {RoomState.toClean} stand the rooms, first those for which a guest waits.',
          'Press {RoomState.step_cleaning} when you begin, and {RoomState.step_clean} when you are done. In a dorm press the name of each bed that is made.',
          'Whoever looks after the cleaning opens the room and presses {RoomState.step_inspected}. This is not needed for a check-in.',
        ],
      },
      {
        title: 'The guest is here and the room is not clean',
        text: 'Press {CheckIn.arrived}: the guest’s page says that the room is being made, and when it is ready. If you press {CheckIn.checkIn}, the app asks first. With {CheckIn.allTheSame} the room opens as it is, and the history says so. A guest is never checked in by their own proof while the room is not clean.',
      },
      {
        title: 'A room that nobody can use',
        text: 'Open the room and press {RoomState.step_out_of_order}. Nobody is booked or checked in there, for whatever night, and nothing overrules it. Guests who are inside or booked already stay: move them yourself. {RoomState.step_clean} or {RoomState.step_dirty} puts the room back in use. If you know the last day, close the room in {Screens.calendar} instead. A report can close its room too: {Reports.closeRoom}.',
      },
    ],
  },
};
