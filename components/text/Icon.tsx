/** The few icons, drawn here so that no view fetches one. Always beside a text or a label. */
const PATHS = {
	close: 'M4 4l8 8M12 4l-8 8',
	pin: 'M6 2.5h4l-.6 4.2 2.1 2.3h-7l2.1-2.3zM8 9v4.5',
	back: 'M10 3L5 8l5 5',
	search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.4 10.4L14 14',
	open: 'M6 3l5 5-5 5',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
	return (
		<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
			<path d={PATHS[name]} />
		</svg>
	);
}
