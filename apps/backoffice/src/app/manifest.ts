import type { MetadataRoute } from 'next';

/** Lets the desk install the app on a home screen. An iPhone gets push messages there alone. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'GudBro Backoffice',
    short_name: 'Backoffice',
    start_url: '/',
    display: 'standalone',
    background_color: '#eaf0ec',
    theme_color: '#eaf0ec',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
