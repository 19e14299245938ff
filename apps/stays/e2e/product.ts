type Product = {
  staysUrl: string;
  backofficeUrl: string;
  /** A second guest app whose database cannot be reached. */
  staysWithoutDatabaseUrl: string;
  /** For `Desk`, which calls the database as the backoffice does. */
  supabaseUrl: string;
  publishableKey: string;
  people: { email: string; password: string }[];
};

/** The addresses and demo accounts of the running product, from the global setup. */
export const product: Product = JSON.parse(process.env['PRODUCT'] ?? '{}');
