import { documentsOfEachStatus, makeDocuments, makeVisa, views } from './document-responses';
import { openDocuments, openWith } from './open-documents';
import { errorBody, replaceResponse, type State } from './state';

/** The list of the guest's documents, and the steps with them. */
export const documentStates: readonly State[] = [
  { name: 'of each status', open: openDocuments(makeDocuments(documentsOfEachStatus)) },
  {
    name: 'the visa ends before the check-out',
    open: async (page) => {
      await replaceResponse(page, '/visa-status', { body: makeVisa(2, true) });
      await openDocuments(makeDocuments([{ documentType: 'visa', views }]))(page);
      await page.locator('dialog section').waitFor();
    },
  },
  {
    name: 'removal asked',
    open: async (page) => {
      await openDocuments(makeDocuments([{}]))(page);
      await page.locator('dialog li button').click();
      await page.locator('dialog fieldset').waitFor();
    },
  },
  {
    name: 'not removed',
    open: async (page) => {
      const body = errorBody({ error: 'illegal_step', from: 'verified', to: 'removed' });
      await replaceResponse(page, '000000000000', { status: 409, body }, 'DELETE');
      await openDocuments(makeDocuments([{}]))(page);
      await page.locator('dialog li button').click();
      await page.locator('dialog fieldset button').first().click();
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  {
    name: 'terms unfolded',
    open: async (page) => {
      await openDocuments(makeDocuments([{}]))(page);
      await page.locator('dialog summary').click();
    },
  },
  { name: 'not asked for', open: openDocuments(makeDocuments([], { mode: 'off', canAdd: false })) },
  { name: 'after the stay', open: openDocuments(makeDocuments([{}], { canAdd: false })) },
  {
    name: 'cannot be read',
    open: async (page) => {
      const body = errorBody({ error: 'rate_limited', retryAfterSeconds: 60 });
      await openWith(page, { status: 429, body });
      await page.locator('dialog [role=alert]').waitFor();
    },
  },
  { name: 'being read', open: (page) => openWith(page, 'pending') },
];
