import { encodeQR } from 'qr';
import type { DemoPerson } from './demo-people.ts';

type Welcome = {
  staysUrl: string;
  backofficeUrl: string;
  supabaseUrl: string;
  content: 'demo' | 'empty';
  /** Whether there is a mail server for what is not of Supabase Auth. */
  sendsMails: boolean;
  demoPeople: readonly DemoPerson[];
  /** The last lines: what happens to the data, and how to stop everything. */
  ending: readonly string[];
};

const demoRoom = 'RM-SUNSET22';

const demoLinks = [
  ['Sunset Hotel, room 203', '/stay/room/RM-SUNSET22', 'booking BK-GUEST2, last name Johnson'],
  ['Sunset Hotel, room 204', '/stay/room/RM-EMPTY234', 'nobody in it; guest session WAKE-UP23'],
  ['Beach View, A1', '/stay/room/RM-BEACH234', 'booking BK-BEACH2, nothing to prove'],
  ['Backpack Hostel, dorm D1', '/stay/room/RM-DRM23456', 'BK-BED222 O’Brien, BK-BED333 van der Berg'],
  ['Palm Resort, 12', '/stay/room/RM-PAM23456', 'booking BK-RESRT2, PIN 428193'],
  ['Palm Resort, 14', '/stay/room/RM-PAMEMPTY', 'nobody in it: its WiFi is hidden'],
  ['Quiet House', '/stay/room/RM-HUSH2345', 'booking BK-QUTET2, last name García; browsing hidden'],
] as const;

/** Formats what is needed to try everything: addresses, and with the demo codes, accounts and a QR code to scan with a phone. */
export function formatWelcome(product: Welcome): string {
  return product.content === 'demo' ? formatDemo(product) : formatEmpty(product);
}

function formatEmpty(product: Welcome): string {
  return [
    '',
    ...formatAddresses(product),
    '',
    'There is no data yet: no place, no people. Set up the first place in six short steps:',
    `  1. sign up at     ${product.backofficeUrl}/sign-up`,
    `  2. read the code  ${product.supabaseUrl}/_mail`,
    '',
    ...product.ending,
    '',
  ].join('\n');
}

function formatAddresses({ staysUrl, backofficeUrl, supabaseUrl, sendsMails }: Welcome): string[] {
  return [
    `Guests      ${staysUrl}`,
    `Backoffice  ${backofficeUrl}`,
    `Supabase    ${supabaseUrl}`,
    sendsMails
      ? `Mails       ${supabaseUrl}/_mail  codes to sign in; the others go through SMTP_URL`
      : `Mails       ${supabaseUrl}/_mail  none is sent; this machine sees them here`,
  ];
}

function formatDemo(product: Welcome): string {
  const qr = formatQr(`${product.staysUrl}/stay/room/${demoRoom}`);
  const links = demoLinks.map(
    ([room, path, note]) => `  ${room.padEnd(26)}${product.staysUrl}${path}\n  ${''.padEnd(26)}${note}`,
  );
  const people = product.demoPeople.map(
    ({ email, password, role }) => `  ${email.padEnd(24)}${password.padEnd(14)} ${role}`,
  );
  return [
    '',
    qr,
    `  Scan me: the room ${demoRoom}`,
    '',
    ...formatAddresses(product),
    '',
    'Rooms to open',
    ...links,
    '',
    'Sign in to the backoffice (demo only)',
    ...people,
    '',
    ...product.ending,
    '',
  ].join('\n');
}

/** Two rows of modules in one line of the terminal, black on white whatever its colours are: cameras want it so. */
function formatQr(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const lines: string[] = [];
  for (let row = 0; row < rows.length; row += 2) {
    const halves = (rows[row] ?? []).map((upper, column) =>
      halfBlock(upper, rows[row + 1]?.[column] ?? false),
    );
    lines.push(`\u001b[30;107m${halves.join('')}\u001b[0m`);
  }
  return lines.join('\n');
}

function halfBlock(upper: boolean, lower: boolean): string {
  if (upper) {
    return lower ? '█' : '▀';
  }
  return lower ? '▄' : ' ';
}
