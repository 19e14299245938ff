import { expect, test } from '@playwright/test';
import { openDocumentForm } from '../../stays/e2e/document-screen';
import { describePicture, documentHeic, documentJpeg } from '../../stays/e2e/fixtures/heic/document-heic';
import { openPhone } from './open-phone';
import { OwnerScreen, product } from './owner-screen';

test('the desk sees the picture of a document that a guest chose as a HEIC', async ({ page, browser }) => {
  const phone = await openPhone(browser);
  const screen = await openDocumentForm(await phone.newPage());
  await screen.chooser.setInputFiles(documentHeic);
  await expect(screen.chosenPicture).toBeVisible();
  await screen.fill('LD5501226');
  const stored = screen.page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/documents'),
  );
  await screen.send();
  const { document } = await (await stored).json();
  await phone.close();

  await new OwnerScreen(page).signIn('owner@example.com');
  const shown = page.waitForResponse(/\/documents\/picture\//);
  await page.goto(`${product.backofficeUrl}/p/backpack-hostel/documents/${document.id}`);
  const picture = await shown;
  expect(picture.headers()['content-type']).toBe('image/jpeg');
  expect(await describePicture(await picture.body())).toEqual(documentJpeg);
});
