/** Whom an emergency number reaches; `emergency` reaches all of them. */
export type EmergencyService = 'emergency' | 'police' | 'ambulance' | 'fire';

export type EmergencyNumber = { service: EmergencyService; phone: string };

/**
 * The countries, each with its numbers. Each number is an emergency number of its country by Google's libphonenumber
 * (ShortNumberMetadata, npm package 3.2.47, checked on 27 November 2026); 112 is that of all members of the
 * European Union (Directive 2018/1972, article 109). Which service is behind one is from the services themselves.
 */
const numbersOf: Record<string, Partial<Record<EmergencyService, string>>> = {
  AE: { police: '999', ambulance: '998', fire: '997' },
  AL: { emergency: '112', police: '129', ambulance: '127' },
  AR: { emergency: '911' },
  AT: { emergency: '112', police: '133', ambulance: '144' },
  AU: { emergency: '000' },
  BE: { emergency: '112' },
  BG: { emergency: '112' },
  BR: { police: '190', ambulance: '192', fire: '193' },
  CA: { emergency: '911' },
  CH: { emergency: '112', police: '117', ambulance: '144', fire: '118' },
  CL: { police: '133', ambulance: '131', fire: '132' },
  CN: { police: '110', ambulance: '120', fire: '119' },
  CO: { emergency: '123' },
  CR: { emergency: '911' },
  CY: { emergency: '112' },
  CZ: { emergency: '112' },
  DE: { emergency: '112', police: '110' },
  DK: { emergency: '112' },
  EE: { emergency: '112' },
  EG: { police: '122', ambulance: '123', fire: '180' },
  ES: { emergency: '112' },
  FI: { emergency: '112' },
  FR: { emergency: '112', ambulance: '15', police: '17', fire: '18' },
  GB: { emergency: '999' },
  GE: { emergency: '112' },
  GR: { emergency: '112' },
  HK: { emergency: '999' },
  HR: { emergency: '112' },
  HU: { emergency: '112' },
  ID: { emergency: '112', police: '110', ambulance: '119', fire: '113' },
  IE: { emergency: '112' },
  IL: { police: '100', ambulance: '101', fire: '102' },
  IN: { emergency: '112' },
  IS: { emergency: '112' },
  IT: { emergency: '112' },
  JO: { emergency: '911' },
  JP: { police: '110', ambulance: '119', fire: '119' },
  KE: { emergency: '999' },
  KH: { police: '117', ambulance: '119', fire: '118' },
  KR: { police: '112', ambulance: '119', fire: '119' },
  LA: { police: '191', ambulance: '195', fire: '190' },
  LK: { police: '119', fire: '110' },
  LT: { emergency: '112' },
  LU: { emergency: '112' },
  LV: { emergency: '112' },
  MA: { police: '19', ambulance: '15' },
  ME: { emergency: '112' },
  MM: { police: '199' },
  MT: { emergency: '112' },
  MV: { police: '119', ambulance: '102', fire: '118' },
  MX: { emergency: '911' },
  MY: { emergency: '999' },
  NL: { emergency: '112' },
  NO: { police: '112', ambulance: '113', fire: '110' },
  NP: { police: '100', ambulance: '102', fire: '101' },
  NZ: { emergency: '111' },
  PE: { police: '105', fire: '116' },
  PH: { emergency: '911' },
  PL: { emergency: '112' },
  PT: { emergency: '112' },
  RO: { emergency: '112' },
  SE: { emergency: '112' },
  SG: { police: '999', ambulance: '995', fire: '995' },
  SI: { emergency: '112' },
  SK: { emergency: '112' },
  TH: { police: '191', ambulance: '1669', fire: '199' },
  TR: { emergency: '112' },
  TW: { police: '110', ambulance: '119', fire: '119' },
  TZ: { emergency: '112' },
  UA: { emergency: '112' },
  US: { emergency: '911' },
  VN: { police: '113', ambulance: '115', fire: '114' },
  ZA: { police: '10111', ambulance: '10177' },
};

const services = ['emergency', 'police', 'ambulance', 'fire'] as const;

/** The numbers of a country, the one for everything first. None for a country that is not listed. */
export function listEmergencyNumbers(country: string): EmergencyNumber[] {
  const numbers = numbersOf[country] ?? {};
  return services.flatMap((service) => {
    const phone = numbers[service];
    return phone === undefined ? [] : [{ service, phone }];
  });
}
