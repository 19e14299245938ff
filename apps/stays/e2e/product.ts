type Product = {
  staysUrl: string;
  backofficeUrl: string;
  /** A second guest app whose database does not answer. */
  staysWithoutDatabaseUrl: string;
  /** For the desk's steps, as the backoffice makes them. */
  supabaseUrl: string;
  publishableKey: string;
  people: { email: string; password: string }[];
};

/** The running product, as the global setup left it for us. */
export const product: Product = JSON.parse(process.env['PRODUCT'] ?? '{}');
