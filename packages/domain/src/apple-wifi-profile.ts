import type { WifiCredentials } from './wifi.ts';

type ProfileOptions = WifiCredentials & {
  /** The phone shows it before it installs the profile. */
  displayName: string;
  /** In reverse-DNS form, and always the same for a network, so that a new profile replaces the earlier one. */
  identifier: string;
  profileUuid: string;
  payloadUuid: string;
};

/** An Apple configuration profile (`.mobileconfig`) that joins a network with one tap. */
export function buildAppleWifiProfile(options: ProfileOptions): string {
  const wifi = [
    entry('PayloadType', 'com.apple.wifi.managed'),
    entry('PayloadVersion', 1),
    entry('PayloadIdentifier', `${options.identifier}.wifi`),
    entry('PayloadUUID', options.payloadUuid),
    entry('PayloadDisplayName', options.network),
    entry('SSID_STR', options.network),
    entry('HIDDEN_NETWORK', false),
    entry('AutoJoin', true),
    entry('EncryptionType', options.password === null ? 'None' : 'WPA'),
    ...(options.password === null ? [] : [entry('Password', options.password)]),
  ].join('');
  const profile = [
    entry('PayloadType', 'Configuration'),
    entry('PayloadVersion', 1),
    entry('PayloadIdentifier', options.identifier),
    entry('PayloadUUID', options.profileUuid),
    entry('PayloadDisplayName', options.displayName),
    entry('PayloadRemovalDisallowed', false),
    `<key>PayloadContent</key><array><dict>${wifi}</dict></array>`,
  ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<plist version="1.0"><dict>${profile}</dict></plist>\n`,
  ].join('\n');
}

function entry(key: string, value: string | number | boolean): string {
  return `<key>${key}</key>${formatValue(value)}`;
}

function formatValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') {
    return value ? '<true/>' : '<false/>';
  }
  return typeof value === 'number' ? `<integer>${value}</integer>` : `<string>${escapeXml(value)}</string>`;
}

const xmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// Characters that XML forbids, even escaped. With one of them in a name, no phone could read the profile.
const forbiddenInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(forbiddenInXml, '')
    .replace(/[&<>]/g, (character) => xmlEntities[character] ?? character);
}
