/** A shared secret of at least 32 bytes; a string counts as its UTF-8 bytes. Who can verify can also issue. */
export type HmacKey = { kid: string; alg?: 'HS256' | undefined; secret: string | Uint8Array };

/** A key pair as a JWK (Ed25519 or P-256). With `d` it signs; without it only verifies. */
export type AsymmetricKey = { kid: string; alg: 'EdDSA' | 'ES256'; jwk: GuestJwk };

/** A key with its name. `kid` is written into each token, so that the key is found after a rotation. */
export type GuestKey = HmacKey | AsymmetricKey;

/** The members of a JWK that are read here; others are ignored. jose's `JWK` fits. */
export type GuestJwk = {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly d?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
};

/** One published key: never a private half. */
export type PublicGuestJwk = {
  kty: 'OKP' | 'EC';
  crv: 'Ed25519' | 'P-256';
  x: string;
  y?: string;
  kid: string;
  alg: 'EdDSA' | 'ES256';
  use: 'sig';
};

/** The body of `/.well-known/jwks.json`. */
export type PublicGuestJwks = { keys: PublicGuestJwk[] };

/**
 * Finds the public key for a header, or rejects. `createRemoteJWKSet` of jose is one.
 *
 * @example
 * const jwks: JwksResolver = createRemoteJWKSet(new URL('https://stays.example/.well-known/jwks.json'));
 */
export type JwksResolver = (header: { alg: 'EdDSA' | 'ES256'; kid: string }) => Promise<object>;

/** Tokens of the earlier system, accepted as full until the end of a day in UTC. */
export type LegacyOptions = {
  /** The earlier system's HS256 secret. */
  secret: string | Uint8Array;
  /** The last day they count, `YYYY-MM-DD`. */
  acceptUntil: string;
};

/** Bounds of the cache of verified tokens. */
export type TokenCacheOptions = {
  /** Default 1000; the least recently used goes first. */
  maxEntries?: number | undefined;
  /** Default 60: after that a token is verified again, so that a withdrawn key no longer counts. */
  maxAgeSeconds?: number | undefined;
};

/** The session cookie. */
export type GuestCookieOptions = {
  /** Default `gudbro_guest`. With the prefix `__Host-` no other host can plant one. */
  name?: string | undefined;
  /** Default true. False only for a site on localhost, which has no https. */
  secure?: boolean | undefined;
};

/** The options that issuing and verifying share. */
export type GuestVerifyOptions = {
  /** `iss`: who issues. Every app that shares tokens names the same. */
  issuer: string;
  /** `aud`: whom the tokens are for. */
  audience: string;
  /** Default: the system's clock. */
  clock?: (() => Date) | undefined;
  /** How far two machines' clocks may differ: 0 to 60, default 5. */
  clockToleranceSeconds?: number | undefined;
  /** The longest life of a full token, default and maximum 400 days (no browser stores a cookie longer). */
  maxFullLifetimeSeconds?: number | undefined;
  /** Default: tokens of the earlier system are refused. */
  legacy?: LegacyOptions | undefined;
  /** The cache of verified tokens; `false` turns it off. */
  cache?: false | TokenCacheOptions | undefined;
  /** The session cookie that is read and formatted. */
  cookie?: GuestCookieOptions | undefined;
};

/** Options of `createGuestAuth`. */
export type GuestAuthOptions = GuestVerifyOptions & {
  /** The first signs, all verify: put the newest first, and leave an old one behind it until its tokens have ended. */
  keys: readonly [GuestKey, ...GuestKey[]];
  /** Makes the `jti`. Default: `crypto.randomUUID`. */
  randomId?: (() => string) | undefined;
};

/** Options of `createGuestVerifier`. */
export type GuestVerifierOptions = GuestVerifyOptions & {
  /** The issuer's public keys, or a resolver that fetches them. */
  jwks: { readonly keys: readonly GuestJwk[] } | JwksResolver;
};
