import type { MetadataRoute } from 'next';

/** Lets guests install the app on the home screen. Opened offline, it shows the last stay. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'GudBro Stays',
    short_name: 'Stays',
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
