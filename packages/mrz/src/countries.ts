/** ISO 3166: three letters, then two. */
const countries = `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT
  AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO
  BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG
  COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO
  DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB
  GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY
  HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT
  JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY
  LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH
  MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA
  NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE
  PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA
  SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR
  SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO
  TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG
  VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW
`;

/** Codes of ICAO Doc 9303 part 3 that are not ISO, with their country where there is one. */
const otherIssuers: Record<string, string | null> = {
  D: 'DE',
  // British nationality without citizenship: what issued the passport is the United Kingdom all the same.
  GBD: 'GB',
  GBN: 'GB',
  GBO: 'GB',
  GBP: 'GB',
  GBS: 'GB',
  // Kosovo has no ISO code. The European Union and CLDR use XK, which ISO leaves to its users.
  RKS: 'XK',
  XXK: 'XK',
  UNK: 'XK',
  // Stateless, refugees, unspecified.
  XXA: null,
  XXB: null,
  XXC: null,
  XXX: null,
  // Organisations.
  EUE: null,
  UNA: null,
  UNO: null,
  XBA: null,
  XCC: null,
  XCE: null,
  XCO: null,
  XDC: null,
  XEC: null,
  XES: null,
  XIM: null,
  XMP: null,
  XOM: null,
  XPO: null,
  // Areas that are no longer, on documents that still are.
  ANT: null,
  NTZ: null,
};

const alpha2Of = new Map([
  ...Object.entries(otherIssuers),
  ...countries
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)] as const),
]);

/**
 * The ISO 3166 alpha-2 code of an issuing state or nationality. Null for what is no country: stateless people, refugees,
 * organisations, unknown codes.
 *
 * @example toCountry('D') // 'DE'
 */
export function toCountry(code: string): string | null {
  return alpha2Of.get(code) ?? null;
}

/** Whether a document can have this code, of a country or not. */
export function isKnownIssuer(code: string): boolean {
  return alpha2Of.has(code);
}
