/** Signs of the kinds of what can be found, in a 24 × 24 box, drawn as strokes. */
export const KIND_ICONS = {
  place: 'M12 20.5s6.3-6 6.3-10.6a6.3 6.3 0 1 0-12.6 0c0 4.6 6.3 10.6 6.3 10.6zM12 7.7a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  pairing: 'M4 17.5c2.5-9 10-11.5 15.5-6.5M19.5 11l-.3-4.7M19.5 11l-4.7.1',
  programme: 'M12 4.2l7.8 4L12 12.2l-7.8-4zM4.2 12l7.8 4 7.8-4M4.2 15.8l7.8 4 7.8-4',
  route: 'M7 18.5h7.5a3.4 3.4 0 0 0 0-6.8h-5a3.4 3.4 0 0 1 0-6.8H17M5 18.5h.1M19 4.9h.1',
  project: 'M6.5 20.5v-16h11l-2.6 4 2.6 4h-11',
  institution: 'M4.5 19.8h15M6.8 19.8V10M10.3 19.8V10M13.7 19.8V10M17.2 19.8V10M4.5 9.6L12 4.6l7.5 5z',
  source: 'M7 3.8h6.8L17.5 7.5v12.7H7zM13.6 4v3.7h3.7M9.8 12h5M9.8 15.4h5',
} as const;
export const SEARCH_ICON = 'M10.8 4.8a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.2 15.2l4.3 4.3';
