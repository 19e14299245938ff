import 'server-only';
import {
  deriveCheckWord,
  formatRoomLabel,
  formatWifiPayload,
  isLocale,
  type Locale,
  localeNames,
} from '@gudbro/domain';
import type { SheetOptions, Sign } from '@gudbro/sheets';
import type { Place } from '@/server/place';
import type { Network, RoomToPrint } from './queries';
import type { SheetChoice } from './sheet-choice';

export type Sheet = { signs: Sign[]; options: SheetOptions };

type SheetData = {
  place: Place;
  rooms: readonly RoomToPrint[];
  networks: readonly Network[];
  /** The address of the guest app. */
  staysUrl: string;
  /** The text beside the ruler of the check page. */
  checkPageText: string;
};

const allLocales = Object.keys(localeNames).filter((key): key is Locale => key in localeNames);

/** The signs and how to print them. A WiFi card has no code of ours: the register knows it by its network and password. */
export function buildSheet(choice: SheetChoice, data: SheetData): Sheet {
  const { place, staysUrl } = data;
  const signs: Sign[] = [
    ...(choice.hasPlaceSign ? [makePlaceSign(place, staysUrl)] : []),
    ...(choice.hasWifiCards ? makeWifiCards(data) : []),
    ...data.rooms.map((room) => makeRoomSign(room, place, staysUrl)),
  ];
  const options: SheetOptions = {
    format: choice.format,
    locales: choice.locales,
    placeName: place.name,
    placeLocale: isLocale(place.defaultLocale, allLocales) ? place.defaultLocale : 'en',
    domain: new URL(staysUrl).host,
    colour: choice.colour,
    logo: choice.logo,
    logoPosition: choice.logoPosition,
    offset: choice.offset,
    firstLabel: choice.firstLabel,
    hasCutMarks: choice.hasCutMarks,
    checkPage: choice.hasCheckPage ? data.checkPageText : null,
  };
  return { signs, options };
}

export function formatRoomUrl(staysUrl: string, code: string): string {
  return new URL(`/stay/room/${code}`, staysUrl).href;
}

/** The place's own page. */
export function formatPlaceUrl(staysUrl: string, slug: string): string {
  return new URL(`/${slug}`, staysUrl).href;
}

function makeRoomSign({ id, number, code }: RoomToPrint, place: Place, staysUrl: string): Sign {
  return {
    id,
    kind: 'room',
    qr: formatRoomUrl(staysUrl, code),
    title: formatRoomLabel(place.shortCode, number),
    code,
    checkWord: deriveCheckWord(code),
    network: null,
  };
}

function makePlaceSign(place: Place, staysUrl: string): Sign {
  const qr = formatPlaceUrl(staysUrl, place.slug);
  return { id: 'place', kind: 'place', qr, title: place.name, code: null, checkWord: null, network: null };
}

/** Those of the place, and of each room here that has a network of its own. */
function makeWifiCards({ place, rooms, networks }: SheetData): Sign[] {
  const shared = networks.filter(({ roomId }) => roomId === null);
  return [
    ...shared.map((one, index) => makeWifiCard(one, `wifi-${index}`, 'WiFi')),
    ...rooms.flatMap(({ id, number }) => {
      const own = networks.find(({ roomId }) => roomId === id);
      const title = `WiFi ${formatRoomLabel(place.shortCode, number)}`;
      return own === undefined ? [] : [makeWifiCard(own, `wifi-${id}`, title)];
    }),
  ];
}

function makeWifiCard({ network, password }: Network, id: string, title: string): Sign {
  return {
    id,
    kind: 'wifi',
    qr: formatWifiPayload({ network, password }),
    title,
    code: null,
    checkWord: null,
    network: { name: network, password },
  };
}
