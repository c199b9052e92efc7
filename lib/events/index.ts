/** Which event a text is about. */
export { type Model, type Recognised, recognise, type Text } from './recognise.ts';
