import { type Cookie, expect, type Locator, type Page } from '@playwright/test';

type Product = {
  staysUrl: string;
  backofficeUrl: string;
  /** The embedded stack, which shows what it mailed on a page. */
  supabaseUrl: string;
  /** The same backoffice once more, whose queries `queriesUrl` lists. */
  listedBackofficeUrl: string;
  queriesUrl: string;
  /** Stands for the push services of browsers. */
  pushServiceUrl: string;
  /** By which a push service knows the product as the sender. */
  pushPublicKey: string;
  /** A POST does what is due, as the timer does every quarter of an hour. */
  sweepUrl: string;
  /** Where the database and Storage have their files. */
  dataDir: string;
  people: { email: string; password: string }[];
};

/** The addresses and demo accounts of the running product, from the global setup. */
export const product: Product = JSON.parse(process.env['PRODUCT'] ?? '{}');

export function findPassword(email: string): string {
  const person = product.people.find((one) => one.email === email);
  if (person === undefined) {
    throw new Error(`The demo has no ${email}.`);
  }
  return person.password;
}

const sessions = new Map<string, Cookie[]>();

/** The backoffice in a browser, as an owner sees it. */
export class OwnerScreen {
  readonly page: Page;
  readonly heading: Locator;
  /** The button with the name of the place, which opens the list of places. */
  readonly placeName: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.placeName = page.getByRole('button', { name: /Switch place/ });
  }

  /**
   * Signs in, or takes the session of an earlier sign-in: an account may sign in ten times in a while, and there are more
   * journeys than that.
   */
  async signIn(email: string, password?: string): Promise<void> {
    const context = this.page.context();
    const saved = sessions.get(email);
    if (password !== undefined || saved === undefined) {
      await this.signInAnew(email, password ?? findPassword(email));
    } else {
      await context.addCookies(saved);
      await this.page.goto(product.backofficeUrl);
    }
    if (password === undefined && saved === undefined) {
      await expect(this.page).not.toHaveURL(/sign-in/);
      const cookies = await context.cookies(product.backofficeUrl);
      sessions.set(
        email,
        cookies.filter(({ name }) => name.startsWith('gudbro_owner')),
      );
    }
  }

  /** Signs in by the form, into a session of its own. */
  async signInAnew(email: string, password = findPassword(email)): Promise<void> {
    await this.page.goto(product.backofficeUrl);
    await expect(this.page).toHaveURL(/sign-in/);
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async openPlace(name: string): Promise<void> {
    await this.placeName.click();
    await this.page.getByRole('link', { name }).click();
    await expect(this.placeName).toHaveText(new RegExp(name));
  }

  /** Opens a screen of the place by its link in the rail. */
  async openScreen(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name, exact: true })
      .click();
    await expect(this.heading).toHaveText(name);
  }
}
