/** Mozilla's own linter over the Firefox build. It is no dependency: 190 packages, fetched by npx when asked for. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LINTER = 'addons-linter@10.13.0';

interface Finding {
	_type: string;
	code: string;
	message: string;
	file?: string;
	line?: number;
	column?: number;
}

/** @returns what is wrong, one line each; Preact's own assignment to innerHTML is known and printed only */
export function lint(folder: string): string[] {
	const { stdout, stderr } = spawnSync('npx', ['--yes', LINTER, '--output', 'json', folder], {
		encoding: 'utf8',
		maxBuffer: 1 << 26,
	});
	if (!stdout.includes('{')) return [`${LINTER} did not run: ${stderr.trim()}`];
	const { errors, warnings, notices } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<
		'errors' | 'warnings' | 'notices',
		Finding[]
	>;
	const all = [...errors, ...warnings, ...notices];
	const unknown = all.filter((finding) => !isPreact(folder, finding));
	console.log(
		`${LINTER}: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices;` +
			` ${all.length - unknown.length} of them Preact's innerHTML, once a bundle`,
	);
	return unknown.map(({ _type, code, message, file }) => `${_type} ${code} ${file ?? ''}: ${message}`);
}

/** Sidelight never writes HTML; the page's policy of trusted types would refuse it as well. */
function isPreact(folder: string, { code, file = '', line = 1, column = 0 }: Finding): boolean {
	if (code !== 'UNSAFE_VAR_ASSIGNMENT') return false;
	const text = readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
	return /^.{0,2}\w+\.innerHTML=\w+\.__html\b/.test(text.slice(Math.max(0, column - 1)));
}
