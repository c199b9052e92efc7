/** All that later.tsx loads, in one go: pictures with their mathematics, and what few begin with. */
export { CompareView } from './CompareView.tsx';
export { EventsView } from './EventsView.tsx';
export { Exports } from './Exports.tsx';
export { Credits } from './figures/Credits.tsx';
export { Meetings } from './figures/Meetings.tsx';
export { Origins } from './figures/Origins.tsx';
export { Parts } from './figures/Parts.tsx';
export { Roles } from './figures/Roles.tsx';
