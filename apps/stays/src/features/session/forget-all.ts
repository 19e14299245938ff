/**
 * With the session goes all that the browser kept of the stay: the offline copy, the cart, what was being typed, and
 * the worker. The worker drops its copy too, and the page after signing out the rest, where this is not heard.
 */
export const forgetAll = { 'Clear-Site-Data': '"cache", "storage"' };
