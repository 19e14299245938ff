import { expect, type Locator, type Page } from '@playwright/test';
import { Desk } from './desk';
import { product } from './product';

type Guest = { bookingCode: string; lastName: string };

/** The sheet of a guest's documents: what the place asks for, the form, and the list. */
export class DocumentScreen {
  readonly page: Page;
  readonly terms: Locator;
  readonly form: Locator;
  readonly list: Locator;
  readonly camera: Locator;
  /** The field for the file of a picture. */
  readonly chooser: Locator;
  /** What is about to be sent. */
  readonly chosenPicture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.terms = page.getByRole('dialog', { name: 'Before you begin' });
    this.form = page.getByRole('dialog', { name: 'Add a document' });
    this.list = page.getByRole('dialog', { name: 'Documents' });
    this.camera = page.getByRole('dialog', { name: 'Picture of the document' });
    this.chooser = this.form.getByLabel('Choose a file');
    this.chosenPicture = this.form.getByRole('img', { name: 'The document to be sent' });
  }

  /** Proves the stay and opens its documents. */
  async open(guest: Guest): Promise<void> {
    await this.openStay(guest);
    await this.tap();
  }

  /** Proves the stay and opens its page. */
  async openStay({ bookingCode, lastName }: Guest): Promise<void> {
    const data = { bookingCode, lastName };
    const response = await this.page.request.post(`${product.staysUrl}/api/stay/verify`, { data });
    expect(response.ok()).toBe(true);
    await this.page.goto(`${product.staysUrl}/stay/${bookingCode}`);
  }

  async tap(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open my documents' }).click();
  }

  async agree(): Promise<void> {
    await this.terms.getByLabel('I have read this and agree.').check();
    await this.terms.getByRole('button', { name: 'Continue' }).click();
    await this.form.waitFor();
  }

  /** Fills in what every place of the demo asks for. */
  async fill(documentNumber: string): Promise<void> {
    await this.form.getByLabel('Surname').fill('Johnson');
    await this.form.getByLabel('Given names').fill('Sarah Jane');
    await this.form.getByLabel('Date of birth').fill('1988-04-02');
    await this.form.getByLabel('Nationality').selectOption('GB');
    await this.form.getByLabel('Issued by (country)').selectOption('GB');
    await this.form.getByLabel('Document number').fill(documentNumber);
  }

  async send(): Promise<void> {
    await this.form.getByRole('button', { name: 'Send to the desk' }).click();
  }

  /** The newest document of the list. */
  get first(): Locator {
    return this.list
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading') })
      .first();
  }
}

/** Opens the form of a document, for a guest whom no other test knows and whose place keeps pictures. */
export async function openDocumentForm(page: Page): Promise<DocumentScreen> {
  const desk = await Desk.signIn('owner@example.com');
  await desk.changeSetting('backpack-hostel', 'documents', 'image');
  const room = await desk.addRoom('backpack-hostel', `D${crypto.randomUUID().slice(0, 6)}`);
  const { id, bookingCode } = await desk.book(room.id, -1, 3);
  await desk.checkIn(id);
  const screen = new DocumentScreen(page);
  await screen.open({ bookingCode, lastName: 'Lan' });
  await screen.agree();
  return screen;
}
