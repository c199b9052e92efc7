/** How a marked name looks: quiet on light, dark and coloured grounds, since it takes the text's own colour. */
export const MARK_STYLE = `
::highlight(sidelight-name) {
	text-decoration: underline dotted 1.5px color-mix(in srgb, currentColor 62%, transparent);
	text-underline-offset: 0.22em;
	text-decoration-skip-ink: none;
}
@media (forced-colors: active) {
	::highlight(sidelight-name) { text-decoration-color: LinkText; }
}
`;
