/** Dresses the page in the styles that the view's own entry point imports, in its order, and in nothing else. */
const DOORS = import.meta.glob<string>('../../../entrypoints/*/main.tsx', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const SHEETS = import.meta.glob<string>('../../../components/**/*.css', {
	query: '?inline',
	import: 'default',
	eager: true,
});

/** `view`: a folder of `entrypoints`. */
export function dress(view: string): void {
	const door = DOORS[`../../../entrypoints/${view}/main.tsx`];
	if (!door) throw new Error(`No entry point ${view}`);
	for (const [, path] of door.matchAll(/^import '(.+\.css)';$/gm)) {
		const sheet = SHEETS[`../${path}`];
		if (sheet === undefined) throw new Error(`No style ${path}`);
		document.head.appendChild(document.createElement('style')).textContent = sheet;
	}
}
