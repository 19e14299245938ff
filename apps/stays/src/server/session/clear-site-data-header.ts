/**
 * Sent when a guest signs out, so that the browser deletes what it stored of the stay: the offline copy, the cart, form
 * drafts and the service worker. For browsers that ignore this header, the worker deletes its copy and the page after
 * signing out deletes the rest.
 */
export const clearSiteDataHeader = { 'Clear-Site-Data': '"cache", "storage"' };
