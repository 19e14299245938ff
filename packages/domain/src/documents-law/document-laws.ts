import { type KeptData, keptByCountry, unknownLaw } from './kept-by-country.ts';

/** What the law of a country says about guests' IDs, as far as it is known here. Research, not legal advice. */
export type DocumentLaw = {
  /** ISO 3166, two letters. */
  country: string;
  /**
   * Whether a place may keep a copy of an ID: `must` and `must_not` are said by a law or an authority, `may` leaves it free,
   * `no_basis` means that no rule allows or needs it, `transient` that it is made and then deleted.
   */
  copies: 'must' | 'may' | 'must_not' | 'no_basis' | 'transient' | 'unclear';
  /** Whose stay is registered with or for the authorities. */
  registered: 'everyone' | 'foreigners' | 'unknown';
  /** Within how many hours it is reported; 0 at once; null where nothing is reported by itself or it is not known. */
  reportedWithinHours: number | null;
  /** The laws and decisions on which this rests. */
  sources: string;
  certainty: 'high' | 'medium' | 'low';
} & KeptData;

type Row = [
  country: string,
  copies: DocumentLaw['copies'],
  registered: DocumentLaw['registered'],
  reportedWithinHours: number | null,
  certainty: DocumentLaw['certainty'],
  sources: string,
];

const rows: Row[] = [
  ['AE', 'unclear', 'everyone', 24, 'low', 'Notice of 2003 against keeping passports; practice in Dubai'],
  [
    'AT',
    'no_basis',
    'everyone',
    24,
    'high',
    'Meldegesetz §§ 5, 10; Meldegesetz-Durchführungsverordnung § 19',
  ],
  ['CY', 'must_not', 'unknown', null, 'high', 'Commissioner for Personal Data Protection, 10 February 2025'],
  ['CZ', 'no_basis', 'foreigners', 72, 'high', 'Act 326/1999 §§ 97–102 (three working days)'],
  ['DE', 'no_basis', 'foreigners', null, 'high', 'Bundesmeldegesetz §§ 29–30 as of 1 January 2025 (BEG IV)'],
  ['ES', 'must_not', 'everyone', 24, 'high', 'Royal Decree 933/2021; AEPD, 17 June 2025'],
  [
    'FR',
    'must_not',
    'foreigners',
    null,
    'high',
    'CESEDA R.814-1; order of 1 October 2015; the hotel union GHR, citing the CNIL',
  ],
  ['GB', 'may', 'everyone', null, 'high', 'Immigration (Hotel Records) Order 1972; UK GDPR'],
  ['GR', 'unclear', 'foreigners', null, 'low', 'Law 3386/2005 art. 87; police order 8/1999'],
  ['HR', 'no_basis', 'everyone', 24, 'high', 'Narodne novine 43/2020; eVisitor'],
  [
    'HU',
    'transient',
    'everyone',
    0,
    'medium',
    'The compulsory document reader of the tourist data centre (NTAK, VIZA)',
  ],
  ['ID', 'transient', 'foreigners', 24, 'medium', 'The immigration office’s reports of foreigners (APOA)'],
  [
    'IN',
    'may',
    'foreigners',
    24,
    'high',
    'Immigration and Foreigners Act 13 of 2025; GSR 596(E), 1 September 2025; Aadhaar Act',
  ],
  [
    'IT',
    'must_not',
    'everyone',
    24,
    'high',
    'TULPS art. 109; decree of 7 January 2013; Council of State 9101/2025',
  ],
  [
    'JP',
    'must',
    'everyone',
    null,
    'high',
    'Ministry of Health notice: passports of guests without an address in Japan, kept three years',
  ],
  ['MY', 'unclear', 'unknown', null, 'low', 'No law found; practice of operators'],
  [
    'NL',
    'must_not',
    'everyone',
    null,
    'high',
    'Autoriteit Persoonsgegevens since 2007; Wetboek van Strafrecht art. 438',
  ],
  [
    'PT',
    'no_basis',
    'foreigners',
    72,
    'high',
    'Law 23/2007 arts. 15–16 (three working days); Law 7/2007 art. 5; Portaria 321/2023',
  ],
  ['SG', 'unclear', 'everyone', 0, 'high', 'Immigration regulations S 414/2017 and S 586/2022'],
  ['TH', 'may', 'everyone', 24, 'high', 'Immigration Act 1979 s. 38 (TM30); Hotel Act 2004 ss. 35–36'],
  ['TR', 'must_not', 'everyone', 0, 'high', 'Law 1774; KVKK decision 2025/2120, official gazette 33102'],
  ['US', 'may', 'unknown', null, 'medium', 'No federal rule; laws of states and cities'],
  [
    'VN',
    'may',
    'everyone',
    12,
    'high',
    'Law 47/2014 art. 33, amended by 51/2019; Circular 53/2016; Decree 282/2025',
  ],
];

/** The countries that were looked up, by their code. */
export const documentLaws: readonly DocumentLaw[] = rows.map(
  ([country, copies, registered, reportedWithinHours, certainty, sources]) => ({
    country,
    copies,
    registered,
    reportedWithinHours,
    certainty,
    sources,
    ...(keptByCountry[country] ?? unknownLaw),
  }),
);
