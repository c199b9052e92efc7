/** What touches a web page: reading its text, marks, the card's host. Nothing else in lib does. */
export { type Overlay, startOverlay } from './overlay.ts';
