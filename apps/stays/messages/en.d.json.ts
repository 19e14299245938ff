// Generated from en.json, whose texts are its types: a message that lacks an argument does not compile.
// `vitest run src/i18n -u` writes it anew.
declare const messages: {
  "Room": {
    "welcome": "<small>Welcome to</small> <name>{property}</name>",
    "room": "Room",
    "floor": "Floor {floor}",
    "welcomeName": "<small>Welcome to {property}</small> <name>{guest}</name>"
  },
  "Wifi": {
    "titleRoom": "Your room WiFi",
    "titleZone": "WiFi · {zone}",
    "title": "WiFi",
    "network": "Network",
    "password": "Password",
    "copy": "Copy password",
    "copied": "Copied",
    "selected": "Selected: now copy it",
    "open": "No password needed. Choose this network in your WiFi settings.",
    "oneTap": "Join with one tap",
    "oneTapDevices": "iPhone, iPad, Mac",
    "showQr": "Show QR for another device",
    "qrHelp": "Point the other device’s camera here.",
    "qrTitle": "QR code that joins {network}",
    "others": "Other networks",
    "othersHint": "For other parts of the house",
    "hidden": "Network and password appear here once your stay has begun. Already here? Ask at the desk.",
    "none": "No network is listed for this room. Please ask at the desk.",
    "profileName": "{property} WiFi"
  },
  "Property": {
    "checkOutBy": "Check-out by",
    "checkInFrom": "Check-in from",
    "times": "Times",
    "houseRules": "House rules",
    "amenities": "What you will find here",
    "contact": "We are here for you",
    "call": "Call",
    "whatsapp": "WhatsApp",
    "email": "Email",
    "map": "Show on the map"
  },
  "Code": {
    "label": "Room code",
    "hint": "RM- and eight letters or digits, under the QR code in your room.",
    "open": "Open my room",
    "empty": "Please type the code: it is on the sign in your room or in your booking message, or you got it from the desk.",
    "neverContains": "“{character}” is in none of our codes: we leave out 0, O, 1 and I because they look alike. Please compare it with the sign once more.",
    "invalidCharacter": "“{character}” is in none of our codes. They are made of letters and digits only.",
    "tooShort": "Something is missing: {actual, number} of {expected, number} characters so far.",
    "tooLong": "That is too much: {actual, number} characters instead of {expected, number}.",
    "noCode": "We couldn’t find a code in this. A room code looks like RM- and eight letters or digits, a booking code like BK- and six.",
    "bookingCode": "This is a booking code. It opens your stay too: just press the button.",
    "accessCode": "This is an access code from the desk. It opens your stay too: just press the button.",
    "anyLabel": "Your code",
    "anyHint": "From the sign in your room (RM-), your booking (BK-) or the desk.",
    "openAny": "Open"
  },
  "Refusal": {
    "malformedTitle": "This code is not quite right",
    "notFoundTitle": "We don’t know this room",
    "notFoundText": "There may be a typo in the code, or the sign is an old one that has been replaced. Compare it with the sign in your room, or ask at the desk for the new one.",
    "rateLimitedTitle": "Let’s take a short break",
    "rateLimitedText": "There have been very many requests from this network. Please try again in {wait}.",
    "rateLimitedHint": "In a hurry? The desk has the WiFi password too.",
    "hiddenTitle": "For guests of the house",
    "hiddenText": "This room’s page opens for the guests who stay here.",
    "asksLastName": "You will be asked for the last name on the booking.",
    "asksPin": "You will be asked for the six-digit PIN of your booking.",
    "asksRoomNumber": "You will be asked for your room number.",
    "asksNothing": "It opens once your stay has begun.",
    "hiddenHelp": "Your booking message has a link that opens your stay. Can’t find it? Your host or the desk will send it again, and can tell you the WiFi password right away.",
    "unavailableTitle": "We can’t reach the house right now",
    "unavailableText": "The problem is on our side, not with your phone. It usually passes within a minute.",
    "unavailableHint": "Until then, the desk can tell you the WiFi password.",
    "retry": "Try again"
  },
  "Home": {
    "title": "Open your stay",
    "text": "Scan the QR code in your room, or type your code. WiFi, house rules and contacts open at once, without an app or an account.",
    "signedOut": "You are signed out. Nothing about your stay is left in this browser.",
    "backToStay": "Back to my room"
  },
  "NotFound": {
    "title": "There is nothing behind this door",
    "text": "The address may be old or incomplete. The code from the sign in your room gets you in:"
  },
  "Failure": {
    "title": "Something went wrong on our side",
    "text": "It is not your phone. Please try again; if it keeps happening, the desk can help you.",
    "retry": "Try again"
  },
  "Language": {
    "label": "Language"
  },
  "Services": {
    "title": "What we can bring you",
    "locked": "Choose whatever you like. When you order, we ask once for a small proof that you are staying here.",
    "add": "Add {name}",
    "soldOut": "Sold out",
    "closed": "Not now",
    "hours": "{from} to {to}",
    "free": "free"
  },
  "Deals": {
    "title": "Offers nearby",
    "until": "until {date}",
    "open": "More from {partner}"
  },
  "Numbers": {
    "title": "Useful numbers"
  },
  "Stay": {
    "title": "Your stay",
    "pending": "Your request is waiting for an answer. You will see it here as soon as it is confirmed.",
    "endedNotice": "You have checked out. You can read everything here until the end of the day.",
    "checkIn": "Arrival",
    "checkOut": "Departure",
    "length": "Length",
    "nights": "{nights, plural, one {# night} other {# nights}}",
    "code": "Booking code",
    "accessCode": "Access code",
    "validUntil": "Valid until",
    "sessionQr": "QR for another device",
    "sessionQrTitle": "QR code that opens this stay",
    "sessionQrHelp": "It opens your stay without asking. Show it only to those who share your room.",
    "orders": "My orders",
    "report": "Report a problem",
    "incidents": "My reports",
    "devices": "Signed-in devices",
    "sessionEnded": "Your session has ended. What you see below is for everybody in the room.",
    "proveAgain": "Open my stay again"
  },
  "Nav": {
    "label": "On this page",
    "wifi": "WiFi",
    "services": "Order",
    "around": "Around",
    "stay": "My stay",
    "loading": "One moment…"
  },
  "Place": {
    "rooms": "Rooms and beds",
    "room": "Room",
    "sleeps": "{guests, plural, one {for # guest} other {for up to # guests}}",
    "bedsEach": "{beds, plural, one {# bed, booked by itself} other {# beds, each booked by itself}}",
    "bed": "Bed {bed}",
    "searchTitle": "When would you like to come?",
    "checkIn": "Check-in",
    "checkOut": "Check-out",
    "guests": "Guests",
    "search": "See what is free",
    "dateMissing": "Please choose a date.",
    "datePast": "This day is over at the house. Please choose today or later.",
    "dateTooFar": "That is more than a year ahead. Please choose an earlier day.",
    "dateNotAfter": "Check-out has to be after check-in.",
    "dateTooMany": "{nights, plural, one {Only # night can be requested here.} other {Up to # nights can be requested here. For longer stays, please call the house.}}",
    "asked": "{dates} · {nights, plural, one {# night} other {# nights}} · {guests, plural, one {# guest} other {# guests}}",
    "freeTitle": "Free on these nights",
    "nothingFree": "Nothing is free on these nights",
    "nothingFreeHelp": "Other dates or fewer guests may work. You can also ask the house: sometimes a room comes back.",
    "callHouse": "Call {phone}",
    "choose": "Choose your room or bed",
    "choiceMissing": "Please choose a room or a bed.",
    "guestName": "First and last name",
    "nameMissing": "Please tell us your name.",
    "guestLastName": "Last name",
    "guestLastNameHint": "As it should appear on the booking. Together with the code, it opens your stay.",
    "lastNameMissing": "Please tell us your last name.",
    "guestEmail": "Email",
    "emailInvalid": "Please check this address: name@example.com",
    "guestPhone": "Phone (optional)",
    "phoneInvalid": "This number is too long.",
    "requestHint": "This is a request: you pay nothing now. The desk answers, and holds the bed for you until then.",
    "request": "Send request",
    "problemFields": "Almost there. Please look at what is marked below; the rest is kept.",
    "problemTaken": "Somebody was faster: this bed has just been taken. Below is what is still free now; what you typed is kept.",
    "problemTooOften": "There have been several requests from this network. Please try again in {wait}, or call the house. What you typed is kept.",
    "problemUnavailable": "We could not reach the house just now. What you typed is kept: please send it again in a moment."
  },
  "Requested": {
    "title": "Your request is on its way",
    "text": "The bed is held for you until the desk answers. Please keep this code:",
    "code": "Booking code",
    "stepAnswer": "The desk looks at your request and confirms it.",
    "stepKeep": "Keep the code or the link below. Without your last name, nobody else can open your stay.",
    "stepOpen": "Open your stay with the link at any time: it shows whether the request is confirmed, and everything for your visit.",
    "link": "The link to your stay",
    "copy": "Copy link",
    "copied": "Copied",
    "selected": "Selected: now copy it",
    "open": "Open my stay",
    "back": "Back to the house"
  },
  "Scanner": {
    "open": "Scan with the camera",
    "title": "Scan a QR code",
    "close": "Close the camera",
    "starting": "Starting the camera…",
    "running": "Hold the QR code in front of the camera.",
    "found": "Found. Opening…",
    "foreign": "This QR code is not one of ours. Look for the sign in your room.",
    "denied": "This page is not allowed to use the camera. You can allow it in the browser’s settings, or type the code instead.",
    "missing": "This device has no camera that we can use. Please type the code instead.",
    "insecure": "Browsers lend the camera to secure pages only, and this one is not. Please type the code instead.",
    "failed": "The camera does not start. Another app may be using it. Typing the code works just as well."
  },
  "Entry": {
    "title": "Who is coming in?",
    "text": "Booking <mono>{code}</mono> opens with the last name on it.",
    "lastName": "Last name",
    "hint": "As it stands in the booking. Accents and capitals don’t matter.",
    "open": "Open my stay",
    "inRoom": "Already in the room? The QR code on its sign shows the WiFi at once, without a name.",
    "ended": "Your session has ended. Enter the name once more to come back.",
    "wrong": "Code and name do not belong to a stay that can be opened. Please check both.",
    "wrongWithTries": "{tries, plural, one {Code and name do not belong to a stay that can be opened. # try is left.} other {Code and name do not belong to a stay that can be opened. # tries are left.}}",
    "locked": "Too many wrong answers, perhaps not all of them yours. You can try again in {wait}. The desk can help right away.",
    "tooFast": "That was very fast. Please wait {wait} and try again.",
    "incomplete": "Please type the last name.",
    "unavailable": "We can’t reach the house right now. Please try again in a moment."
  },
  "RoomEntry": {
    "pin": "PIN",
    "roomNumber": "Room number",
    "wrong": "This does not match a stay here. Please check it once more.",
    "wrongWithTries": "{tries, plural, one {This does not match a stay here. # try is left.} other {This does not match a stay here. # tries are left.}}",
    "incomplete": "Please fill this in completely.",
    "sixDigits": "Six digits, please."
  },
  "Session": {
    "closedTitle": "This code opens nothing right now",
    "closedText": "There may be a typo in it, or it has expired. The desk can give you a new one right away.",
    "endedTitle": "Your access has ended",
    "endedText": "Your access code has expired. Staying on? The desk can give you a new one right away.",
    "orRoom": "Is it the code on the sign in your room?",
    "openRoom": "Open room {code}"
  },
  "SignOut": {
    "button": "Sign out"
  },
  "Offline": {
    "saved": "No connection. Saved copy from {time} {day}.",
    "retry": "Try again"
  },
  "Locked": {
    "title": "Is this your stay?",
    "text": "Confirm it once, and you can order, report a problem and see your dates.",
    "open": "Open my stay",
    "emptyTitle": "No stay in this room right now",
    "emptyText": "Just arrived, or is your booking for another room? Its code gets you in. The desk will help you too.",
    "haveCode": "I have a booking code",
    "noScript": "Ordering and reporting need JavaScript, which is switched off in this browser. The desk takes both by phone or in person.",
    "noScriptLink": "Open my stay with a booking code"
  },
  "RefusedForm": {
    "title": "That did not go through",
    "text": "Nothing was sent, and nothing has changed. Please go back and try once more.",
    "back": "Back"
  }
};
export default messages;
