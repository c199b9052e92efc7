/** Parts of the page whose code is loaded when they are first shown: what is read first needs none of it. */
import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export function later<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
	let there: FunctionComponent<P> | null = null;
	return function Later(props) {
		const [, setThere] = useState(there !== null);
		useLayoutEffect(() => {
			if (there) return;
			let live = true;
			void load().then((part) => {
				there = part;
				if (live) setThere(true);
			});
			return () => {
				live = false;
			};
		}, []);
		const Part = there;
		return Part ? <Part {...props} /> : <span class="waiting" />;
	};
}

const more = () => import('./more.ts');
export const CompareView = later(async () => (await more()).CompareView);
export const EventsView = later(async () => (await more()).EventsView);
export const Exports = later(async () => (await more()).Exports);
export const Credits = later(async () => (await more()).Credits);
export const Meetings = later(async () => (await more()).Meetings);
export const Origins = later(async () => (await more()).Origins);
export const Parts = later(async () => (await more()).Parts);
export const Roles = later(async () => (await more()).Roles);
