/** What is compared: a page the reader is on, or a text that was pasted. */
import { createContext } from 'preact';
import type { Key } from '../../lib/locale/index.ts';

export const OwnContext = createContext<Extract<Key, 'thisPage' | 'thisText'>>('thisPage');
